import { encode } from 'uqr'

/** Light modules around the code that readers need to find it, as ISO/IEC 18004 asks for. */
const quietZone = 4

export type QrCode = {
  /** Modules on each side, the quiet zone included: the side of the path's square viewBox. */
  modules: number
  /** Light modules on each side of the dark ones. */
  quietZone: number
  /** SVG path data of all dark modules, to be filled in one go. */
  path: string
}

/**
 * A QR code with error correction level Q (a quarter of it may be stained or torn). Upper-case text of the QR
 * alphanumeric set makes it smaller.
 */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'Q', boostEcc: false, border: quietZone })
  return { modules: size, quietZone, path: pathOfModules(data) }
}

/** One closed rectangle for every horizontal run of dark modules, in module units. */
export function pathOfModules(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      const run = x + 1 - start
      path += `M${start} ${y}h${run}v1h-${run}z`
    }
  }
  return path
}
