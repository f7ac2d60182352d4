/** The product's colours in their light form, in RGB as PDF/A asks; each keeps its place in grey. */
export const palette = {
  ink: '#15221c',
  /** Labels and the second language. */
  quiet: '#4b5a52',
  linden: '#1c5b43',
  lindenTint: '#e5efe8',
  sunken: '#f2f0e8',
  line: '#c9cfc6',
  amber: '#b86a06',
  /** Behind text: pale enough to read through, dark enough to be seen in print. */
  amberTint: '#f8ead1',
  code: '#000000',
}
