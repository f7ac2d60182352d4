import { Resvg } from '@resvg/resvg-js'
import { type FontFace, fontFile } from './fonts.server.ts'

const faces: FontFace[] = ['regular', 'bold', 'italic', 'boldItalic']

/**
 * The PNG of a drawing, set in Sofia Sans alone and without anything from elsewhere: no files, no fonts of the
 * machine. Throws when the drawing cannot be read.
 * @param width in pixels; the height follows from the drawing
 */
export function drawPicture(svg: string, width: number): Buffer {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: faces.map(fontFile),
      loadSystemFonts: false,
      defaultFontFamily: 'Sofia Sans',
      sansSerifFamily: 'Sofia Sans',
      monospaceFamily: 'Sofia Sans',
      serifFamily: 'Sofia Sans',
    },
  })
  return drawing.render().asPng()
}
