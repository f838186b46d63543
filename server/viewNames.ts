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
    'super switch this throw true try typeof undefined var void while with yield of',
    'Array Boolean Infinity Math Number Object String',
  ].flatMap((line) => line.split(' ')),
)

const gapsIn = (text: string): string => [...text.matchAll(gap)].map(([, code]) => code).join(' ')

/** What stands before a colon in an object, or in what one is taken apart into: the name of a property. */
const keys = /([{,]\s*)[A-Za-z_$][\w$]*(?=\s*:)/g

/** What a view calls by a name of its own: `const [name, value] of`, `({ text }) =>`. */
const declared = [/(?:const|let)\s+(\[[^\]]*\]|\{[^}]*\}|[\w$]+)/g, /\(([^()]*)\)\s*=>/g]

const wordsIn = (text: string): string[] => text.match(word) ?? []

/**
 * The words in the code of a view that can be names of what it is given. Some are not (of the language, say): then nobody
 * gives it anything by that name.
 */
export function namesIn(view: string): string[] {
  const code = [...view.matchAll(tags)]
    .map(([, each = '']) => each.replace(templated, gapsIn).replace(quoted, "''").replace(keys, '$1'))
    .join('\n')
  const own = new Set(declared.flatMap((each) => [...code.matchAll(each)].flatMap(([, words = '']) => wordsIn(words))))
  return [...new Set(wordsIn(code))].filter((each) => !reserved.has(each) && !own.has(each))
}
