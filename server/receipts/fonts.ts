/**
 * The letters of the receipts: DejaVu Sans Condensed, which has those of every name in these islands (ŵ, ŷ, ő). The fonts
 * built into PDF have not, and are not embedded. Free to embed and pass on; its licence comes with its package.
 */
export const fonts = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const

export type Weight = keyof typeof fonts
