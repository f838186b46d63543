/** HTML as a list of its tags (attributes in order of name) and its words, so that layout does not matter. */
export function normalised(html: string): string[] {
  return html
    .split(/(<\/?[a-z][^\s/>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>)/gi)
    .map((part) => (part.startsWith('<') ? tag(part) : words(part)))
    .filter((part) => part !== '')
}

function tag(source: string): string {
  const [, close = '', name = '', rest = ''] = /^<(\/?)([^\s/>]+)([\s\S]*?)\/?>$/.exec(source) ?? []
  const attributes = [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) =>
    key === 'class' ? `class="${words(value).split(' ').sort().join(' ')}"` : `${key}="${words(value)}"`,
  )
  return `<${[close + name, ...attributes.sort()].join(' ')}>`
}

function words(source: string): string {
  return source.replace(/&#34;|&quot;/g, '"').replace(/&#39;/g, "'").replace(/\s+/g, ' ').trim()
}
