import type { HandoutContent } from '../handout-content.ts'
import { blockItems } from './block-items.server.ts'
import { paintLine } from './draw-line.server.ts'
import { artifact, printItems } from './flow.server.ts'
import { column, palette } from './page.ts'
import { measureWith, openPress, type Press, pressBytes } from './press.server.ts'
import { setLines, type TextStyle } from './set-lines.ts'
import type { Frame } from './text-items.server.ts'
import { type Publisher, titleItems } from './title-items.server.ts'

export type Printing = {
  content: HandoutContent
  publisher: Publisher
  /** Address of the site, and of the lesson's page. */
  site: string
  url: string
  createdAt: Date
  picture: Frame['picture']
}

/** The lesson as a tagged PDF of A4 pages. */
export function printHandout({
  content,
  publisher,
  site,
  url,
  createdAt,
  picture,
}: Printing): Promise<Buffer> {
  const press = openPress({
    title: `${content.title} (${content.course})`,
    author: content.authors,
    language: content.language,
    createdAt,
  })
  const root = press.document.struct('Document', { title: content.title })
  press.document.addStructure(root)
  const frame: Frame = {
    press,
    site,
    left: column.left,
    width: column.width,
    picture,
    noPicture: content.wording.noPicture,
  }
  printItems(press, root, [...titleItems(frame, content, publisher), ...blockItems(frame, content.blocks)])
  root.end()
  numberPages(press, content, url)
  return pressBytes(press)
}

const style: TextStyle = { size: 8.5, leading: 1.3, colour: palette.quiet }

/** At the foot of every page: the lesson and its address, and which page this is of how many. */
function numberPages(press: Press, { title, wording }: HandoutContent, url: string): void {
  const { document } = press
  const pages = document.bufferedPageRange().count
  const measure = measureWith(press, style)
  const y = column.bottom + 22
  for (let page = 0; page < pages; page++) {
    document.switchToPage(page)
    const [number] = setLines([{ text: wording.page(page + 1, pages) }], column.width, measure)
    const room = column.width - (number?.width ?? 0) - 20
    const [name] = setLines([{ text: `${title} · ${url.replace(/^https?:\/\//, '')}` }], room, measure)
    artifact(
      press,
      () => {
        document.rect(column.left, y - 6, column.width, 0.5).fill(palette.line)
        if (name) paintLine(press, name, style, column.left, y)
        if (number) paintLine(press, number, style, column.right - number.width, y)
      },
      'Pagination',
    )
  }
}
