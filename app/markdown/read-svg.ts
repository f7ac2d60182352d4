export type SvgAttribute = { name: string; value: string; offset: number }

export type SvgNode =
  | { kind: 'open'; name: string; attributes: SvgAttribute[]; closed: boolean; offset: number }
  | { kind: 'close'; name: string; offset: number }
  | { kind: 'text'; text: string; offset: number }

export type SvgReading =
  | { ok: true; nodes: SvgNode[] }
  /** `offset` is the place in the text where reading stopped. */
  | { ok: false; offset: number; reason: string }

const DECLARATION = /^\uFEFF?\s*<\?xml\s[^?]*\?>/
const SKIPPED = /\s*<!--(?:(?!--)[\s\S])*-->/y
const CLOSE = /<\/([\w:.-]+)\s*>/y
const OPEN = /<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const TEXT = /[^<]+/y
const ATTRIBUTE = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** Reads a drawing: `readXml`, and nothing else outermost. */
export function readSvg(text: string): SvgReading {
  const reading = readXml(text)
  if (!reading.ok) return reading
  const first = reading.nodes.find(node => node.kind === 'open')
  return first?.name === 'svg' ? reading : { ok: false, offset: 0, reason: 'It does not begin with <svg>.' }
}

/**
 * Reads the small part of XML that drawings need, strictly: no document type, no entities of one's own, no
 * processing instructions. What is not understood is refused, so a check on the nodes cannot be talked around.
 */
export function readXml(text: string): SvgReading {
  const nodes: SvgNode[] = []
  const opened: string[] = []
  const declaration = DECLARATION.exec(text)?.[0] ?? ''
  if (/encoding\s*=\s*["'](?!utf-8["'])/i.test(declaration)) {
    return { ok: false, offset: 0, reason: 'It is not written in UTF-8.' }
  }
  let offset = declaration.length
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  while (offset < text.length) {
    const begin = offset
    const skipped = take(SKIPPED)
    if (skipped) {
      offset += skipped[0].length
      continue
    }
    const match = take(CLOSE) ?? take(OPEN) ?? take(CDATA) ?? take(TEXT)
    if (!match) return { ok: false, offset, reason: 'This part of the drawing cannot be read.' }
    offset += match[0].length
    const [whole, name = '', written = '', slash = ''] = match
    if (whole.startsWith('</')) {
      if (opened.pop() !== name)
        return { ok: false, offset: begin, reason: `"${name}" is closed but not open.` }
      nodes.push({ kind: 'close', name, offset: begin })
    } else if (whole.startsWith('<![CDATA[')) {
      nodes.push({ kind: 'text', text: name, offset: begin })
    } else if (whole.startsWith('<')) {
      const attributes = readAttributes(written, begin + 1 + name.length)
      const broken = attributes.find(attribute => !hasKnownEntities(attribute.value))
      if (broken)
        return { ok: false, offset: broken.offset, reason: 'It holds an entity (&name;) that is not known.' }
      nodes.push({ kind: 'open', name, attributes, closed: slash === '/', offset: begin })
      if (slash === '') opened.push(name)
    } else {
      if (opened.length === 0 && whole.trim() !== '' && whole !== '\uFEFF') {
        return { ok: false, offset: begin, reason: 'There is text outside the drawing.' }
      }
      if (!hasKnownEntities(whole))
        return { ok: false, offset: begin, reason: 'It holds an entity that is not known.' }
      nodes.push({ kind: 'text', text: decodeEntities(whole), offset: begin })
    }
  }
  if (opened.length > 0)
    return { ok: false, offset: text.length, reason: `"${opened.at(-1)}" is not closed.` }
  return { ok: true, nodes: nodes.map(decoded) }
}

function readAttributes(written: string, offset: number): SvgAttribute[] {
  return Array.from(written.matchAll(ATTRIBUTE), match => ({
    name: match[1] ?? '',
    value: match[2] ?? match[3] ?? '',
    offset: offset + match.index + match[0].length - match[0].trimStart().length,
  }))
}

function decoded(node: SvgNode): SvgNode {
  if (node.kind !== 'open') return node
  return { ...node, attributes: node.attributes.map(a => ({ ...a, value: decodeEntities(a.value) })) }
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function hasKnownEntities(value: string): boolean {
  return !value.replace(ENTITY, '').includes('&')
}

function decodeEntities(value: string): string {
  return value.replace(ENTITY, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
