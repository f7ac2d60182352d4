/** Colours of the drawn covers in the light theme: the same as on the pages, for pictures that know no style sheet. */
const colours: Record<string, string> = { a: '#f2f0e8', b: '#e5efe8', c: '#1c5b43', d: '#b86a06' }

/** The styles that give a cover its colours, to stand once in the drawing that holds it. */
export const coverStyles = `<style>${Object.entries(colours)
  .map(([name, colour]) => `.cover .${name}{fill:${colour}}`)
  .join('')}</style>`

/** A compiled cover as a part of a larger drawing. */
export function placeCover(cover: string, { x, y, width }: { x: number; y: number; width: number }): string {
  return cover.replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${(width * 2) / 3}" `)
}
