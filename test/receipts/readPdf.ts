/** Reads a PDF as a program for the blind does: by its tree of parts, each with its words. Only what is not squeezed. */
export interface PdfRead {
  readonly catalog: Dictionary
  readonly info: Readonly<Record<string, string>>
  readonly pages: readonly PageRead[]
  /** The tree of parts; its root is the document. */
  readonly tree: Part
  /** Names of the fonts, and whether each is in the file. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
}

export interface PageRead {
  /** What is read aloud, and what is only seen. */
  readonly told: string
  readonly aside: string
}

export interface Part {
  readonly tag: string
  readonly scope: string | undefined
  readonly text: string
  readonly parts: readonly Part[]
}

interface Ref {
  readonly ref: number
}
type Value = string | number | boolean | null | Ref | readonly Value[] | Dictionary
export interface Dictionary {
  readonly [key: string]: Value
}

const tokens =
  /\(((?:\\.|[^\\)])*)\)|<<|>>|<([\da-f\s]*)>|\[|\]|\/([^\s/<>[\]()]+)|(\d+) (\d+) R|(-?[\d.]+)|([a-z]+)/giy

function parse(text: string): Value {
  let at = 0
  const next = (): RegExpExecArray => {
    while (/\s/.test(text[at] ?? '')) at += 1
    tokens.lastIndex = at
    const found = tokens.exec(text)
    if (!found) throw new Error(`No PDF at: ${text.slice(at, at + 40)}`)
    at = tokens.lastIndex
    return found
  }
  const value = (found: RegExpExecArray): Value => {
    const [all, words, hex, name, ref, , number, word] = found
    if (all === '<<') return dictionary()
    if (all === '[') return list()
    if (ref !== undefined) return { ref: Number(ref) }
    if (number !== undefined) return Number(number)
    if (word !== undefined) return word === 'true' ? true : word === 'false' ? false : null
    return name ?? words ?? hex ?? ''
  }
  const list = (): Value[] => {
    const found: Value[] = []
    for (let each = next(); each[0] !== ']'; each = next()) found.push(value(each))
    return found
  }
  const dictionary = (): Dictionary => {
    const found: Record<string, Value> = {}
    for (let key = next(); key[0] !== '>>'; key = next()) found[key[3] ?? ''] = value(next())
    return found
  }
  return value(next())
}

const isRef = (value: Value | undefined): value is Ref => typeof value === 'object' && value !== null && 'ref' in value
const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value)

/** UTF-16 where it says so. */
const decoded = (text: string): string =>
  text.startsWith('\xFE\xFF') ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le') : text

export function readPdf(bytes: Buffer): PdfRead {
  const file = bytes.toString('latin1')
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body]) => [Number(id), body ?? '']),
  )
  const bodyOf = (value: Value | undefined): string => (isRef(value) ? (objects.get(value.ref) ?? '') : '')
  const resolve = (value: Value | undefined): Value | undefined =>
    isRef(value) ? parse(bodyOf(value).split('\nstream\n')[0] ?? '') : value
  const dictionaryAt = (value: Value | undefined): Dictionary => {
    const found = resolve(value)
    return isDictionary(found) ? found : {}
  }
  const streamOf = (value: Value | undefined): string => /\nstream\n([\s\S]*)\nendstream/.exec(bodyOf(value))?.[1] ?? ''

  const trailer = dictionaryAt(parse(/trailer\n([\s\S]*?)\nstartxref/.exec(file)?.[1] ?? '<<>>'))
  const catalog = dictionaryAt(trailer.Root)
  const kids = dictionaryAt(catalog.Pages).Kids
  const fonts = new Map<string, { name: string; isEmbedded: boolean }>()
  const said = new Map<string, string>()

  const pages = (Array.isArray(kids) ? (kids as Value[]) : []).map((kid): PageRead => {
    const page = dictionaryAt(kid)
    const letters = new Map<string, (code: string) => string>()
    for (const [name, ref] of Object.entries(dictionaryAt(dictionaryAt(page.Resources).Font))) {
      const font = dictionaryAt(ref)
      const descendants = resolve(font.DescendantFonts)
      const descendant = dictionaryAt(Array.isArray(descendants) ? (descendants[0] as Value) : undefined)
      const isEmbedded = 'FontFile2' in dictionaryAt(descendant.FontDescriptor)
      fonts.set(String(font.BaseFont), { name: String(font.BaseFont), isEmbedded })
      letters.set(name, lettersOf(streamOf(font.ToUnicode)))
    }
    const pieces = piecesOf(streamOf(page.Contents), letters)
    for (const { mcid, text } of pieces) if (mcid !== undefined && isRef(kid)) said.set(`${kid.ref} ${mcid}`, text)
    const wordsOf = (isAside: boolean) =>
      pieces
        .filter((piece) => (piece.tag === 'Artifact') === isAside)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n')
    return { told: wordsOf(false), aside: wordsOf(true) }
  })

  const partAt = (value: Value): Part => {
    const element = dictionaryAt(value)
    const inner = Array.isArray(element.K) ? (element.K as Value[]) : []
    const text = inner.map((each) => {
      if (typeof each === 'number' && isRef(element.Pg)) return said.get(`${element.Pg.ref} ${each}`) ?? ''
      return isDictionary(each) && isRef(each.Pg) ? (said.get(`${each.Pg.ref} ${String(each.MCID)}`) ?? '') : ''
    })
    const scope = dictionaryAt(element.A).Scope
    return {
      tag: String(element.S),
      scope: typeof scope === 'string' ? scope : undefined,
      text: text.filter((each) => each !== '').join(' '),
      parts: inner.filter(isRef).map(partAt),
    }
  }
  const roots = dictionaryAt(catalog.StructTreeRoot).K
  const info = Object.fromEntries(
    Object.entries(dictionaryAt(trailer.Info)).map(([key, value]) => [
      key,
      decoded(String(isRef(value) ? (parse(bodyOf(value)) as string) : value)),
    ]),
  )
  return {
    catalog,
    info,
    pages,
    fonts: [...fonts.values()],
    tree: partAt(Array.isArray(roots) ? (roots[0] as Value) : null),
  }
}

/** What each code of a font stands for. */
function lettersOf(cmap: string): (code: string) => string {
  const letters = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)) {
    ;[...list.matchAll(/<([\da-f ]*)>/gi)].forEach(([, hex = ''], at) => {
      const codes = hex.split(' ').filter((each) => each !== '')
      letters.set(parseInt(from, 16) + at, String.fromCharCode(...codes.map((each) => parseInt(each, 16))))
    })
  }
  return (code) => letters.get(parseInt(code, 16)) ?? '?'
}

interface Piece {
  readonly tag: string
  readonly mcid: number | undefined
  text: string
}

/** What stands on a page, piece by piece, as it was marked. */
function piecesOf(content: string, letters: ReadonlyMap<string, (code: string) => string>): Piece[] {
  const pieces: Piece[] = []
  const open: Piece[] = []
  let read = (_code: string): string => ''
  const marks = /\/(\w+) <<([^>]*)>> BDC|\/(\w+) BMC|(EMC)|\/(\w+) [\d.]+ Tf|(\[[^\]]*\]) TJ|(ET)/g
  for (const [, tag, inside = '', bare, closes, font, shown, ends] of content.matchAll(marks)) {
    const begun = tag ?? bare
    if (begun !== undefined) {
      const mcid = /\/MCID (\d+)/.exec(inside)?.[1]
      const piece = { tag: begun, mcid: mcid === undefined ? undefined : Number(mcid), text: '' }
      pieces.push(piece)
      open.push(piece)
    } else if (closes !== undefined) open.pop()
    else if (font !== undefined) read = letters.get(font) ?? read
    else if (shown !== undefined) {
      const codes = [...shown.matchAll(/<([\da-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      const last = open.at(-1)
      if (last) last.text += codes.map(read).join('')
      else pieces.push({ tag: 'unmarked', mcid: undefined, text: codes.map(read).join('') })
    } else if (ends !== undefined) {
      const last = open.at(-1)
      if (last && !last.text.endsWith(' ')) last.text += ' '
    }
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ').trim() }))
}

/** Every part of a tree with one of these tags, in the order in which it is read. */
export const partsTagged = (part: Part, ...tags: string[]): Part[] => [
  ...(tags.includes(part.tag) ? [part] : []),
  ...part.parts.flatMap((each) => partsTagged(each, ...tags)),
]

/** A table as lines of texts. */
export const tableOf = (part: Part): string[][] =>
  partsTagged(part, 'TR').map((row) => row.parts.map(({ text }) => text))

/** All that is read aloud, in order. */
export const wordsOf = (part: Part): string =>
  [part.text, ...part.parts.map(wordsOf)].filter((each) => each !== '').join('\n')
