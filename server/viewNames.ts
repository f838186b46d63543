const tags = /<%(?![%#])[-=_]?([\s\S]*?)[-_]?%>/g

/** Quoted text, and the words between the gaps of a template text: nothing in them is a name. */
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g
const templated = /`(?:\\.|[^`\\])*`/g
const gap = /\$\{([^}]*)\}/g

const word = /(?<![\w$]|(?<!\.\.)\.)[A-Za-z_$][\w$]*/g

const reserved = new Set(
  [
    'await break case catch class const continue debugger default delete do else enum export extends false finally for',
    'function if implements import in instanceof interface let new null package private protected public return static',
    'super switch this throw true try typeof undefined var void while with yield',
  ].flatMap((line) => line.split(' ')),
)

const gapsIn = (text: string): string => [...text.matchAll(gap)].map(([, code]) => code).join(' ')

/**
 * The words in the code of a view that can be names of what it is given. Some are not (a key, a variable of its own): then
 * nobody gives it anything by that name.
 */
export function namesIn(view: string): string[] {
  const code = [...view.matchAll(tags)].map(([, each = '']) => each.replace(templated, gapsIn).replace(quoted, "''"))
  const words = code.flatMap((each) => each.match(word) ?? [])
  return [...new Set(words)].filter((each) => !reserved.has(each))
}
