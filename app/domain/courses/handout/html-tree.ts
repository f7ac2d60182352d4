import { DomUtils, parseDocument } from 'htmlparser2'

/** Nodes of parsed HTML, under the names that the library does not export itself. */
export type ChildNode = ReturnType<typeof parseDocument>['children'][number]
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** Reads HTML that our own renderer made. Drawings in it have attributes with capitals, such as viewBox. */
export function readHtml(html: string): ChildNode[] {
  return parseDocument(html, { lowerCaseAttributeNames: false }).children
}

export function isElement(node: ChildNode): node is Element {
  return node.type === 'tag'
}

export function childElements(node: Element): Element[] {
  return node.children.filter(isElement)
}

export function textOf(node: ChildNode | ChildNode[]): string {
  return DomUtils.textContent(node)
}

export function hasClass(element: Element, name: string): boolean {
  return (element.attribs.class ?? '').split(/\s+/).includes(name)
}

export function findElement(name: string, within: ChildNode[]): Element | null {
  return DomUtils.getElementsByTagName(name, within, true, 1)[0] ?? null
}

/** The element as XML, for drawings. */
export function outerXml(element: Element): string {
  return DomUtils.getOuterHTML(element, { xmlMode: true })
}
