import type { Sheet } from './sheet.server.ts'

/** A node of the document's structure tree, which screen readers follow. */
export type StructureElement = PDFKit.PDFStructureElement

/** Languages of passages: the document itself is in Bulgarian. */
export const passageLanguage = { bg: 'bg-BG', en: 'en-GB', latinScript: 'bg-Latn' } as const

type Attributes = { lang?: string; alt?: string }

/** The root of the tree. Call `end()` on it when everything is drawn. */
export function openStructure({ document }: Sheet, title: string): StructureElement {
  const root = document.struct('Document', { title, lang: passageLanguage.bg })
  document.addStructure(root)
  return root
}

/** An element that holds other elements. */
export function group(
  sheet: Sheet,
  parent: StructureElement,
  type: string,
  fill: (element: StructureElement) => void,
): void {
  const element = sheet.document.struct(type)
  parent.add(element)
  fill(element)
  element.end()
}

/** An element that holds what `draw` draws. */
export function tagged(
  sheet: Sheet,
  parent: StructureElement,
  type: string,
  attributes: Attributes,
  draw: () => void,
): void {
  parent.add(sheet.document.struct(type, attributes, draw))
}

/** A picture with its description; the box is left, top, right, bottom from the page's top left corner. */
export function figure(
  sheet: Sheet,
  parent: StructureElement,
  alt: string,
  box: [number, number, number, number],
  draw: () => void,
): void {
  // `bbox` is missing from the library's types, and PDF/UA asks for it.
  const attributes = { alt, bbox: box }
  parent.add(sheet.document.struct('Figure', attributes, draw))
}

/** Text that `draw` draws, with a link over each of the areas that it returns. */
export function linked(
  sheet: Sheet,
  parent: StructureElement,
  link: { address: string; description: string },
  draw: () => { x: number; y: number; width: number; height: number }[],
): void {
  const element = sheet.document.struct('Link')
  parent.add(element)
  let areas: ReturnType<typeof draw> = []
  element.add(() => {
    areas = draw()
  })
  for (const { x, y, width, height } of areas) {
    // A String object is how the library tells text from a name; its types know the primitive only.
    const options = { structParent: element, Contents: Object(link.description) }
    sheet.document.link(x, y, width, height, link.address, options)
  }
  element.end()
}

/** What decorates the page or repeats, and is not read out. */
export function artifact({ document }: Sheet, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  draw()
  document.endMarkedContent()
}
