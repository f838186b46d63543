/** What a page says, without its markup, each run of spaces as one. */
export const visible = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(lt|gt|amp|quot|#39|#34);/g,
      (_found, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#34': '"' })[name] ?? "'",
    )
    .replace(/\s+/g, ' ')
