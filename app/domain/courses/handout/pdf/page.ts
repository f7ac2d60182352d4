/** A4 upright, in points. */
export const sheet = { width: 595.28, height: 841.89 }

/** What the text stands in. */
export const column = { left: 72, right: 523, width: 451, top: 64, bottom: 770 }

/** The light colours of the product. */
export const palette = {
  ink: '#15221c',
  quiet: '#4b5a52',
  linden: '#1c5b43',
  green: '#e5efe8',
  sunken: '#f2f0e8',
  line: '#c9cfc6',
  amber: '#b86a06',
  amberInk: '#8a4e02',
  amberTint: '#fbeed5',
  brick: '#a3311d',
  brickTint: '#fae7e2',
}
