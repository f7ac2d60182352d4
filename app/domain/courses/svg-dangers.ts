import type { SvgAttribute, SvgNode } from '#app/markdown/read-svg.ts'

export type SvgDanger = { offset: number; reason: string }

/** Elements that run code or bring a foreign document, whatever prefix they hide behind. */
const forbidden = new Set(
  [
    'script',
    'foreignObject',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
    'handler',
    'listener',
    'link',
    'meta',
    'base',
  ].map(name => name.toLowerCase()),
)

/** Elements that change an attribute of another one, and so could put a link where there was none. */
const animating = new Set(['set', 'animate', 'animatetransform', 'animatemotion'])

/** What keeps a drawing from being harmless when its address is opened as a page. */
export function svgDangers(nodes: readonly SvgNode[]): SvgDanger[] {
  const dangers: SvgDanger[] = []
  let inStyle = false
  for (const node of nodes) {
    const element = node.kind === 'text' ? '' : localName(node.name)
    if (node.kind !== 'text' && element === 'style') inStyle = node.kind === 'open' && !node.closed
    if (node.kind === 'text') {
      if (inStyle && isUnsafeStyle(node.text)) dangers.push({ offset: node.offset, reason: reasons.external })
      continue
    }
    if (node.kind === 'close') continue
    if (forbidden.has(element)) dangers.push({ offset: node.offset, reason: `It holds <${node.name}>.` })
    for (const attribute of node.attributes) {
      const reason = dangerOf(element, attribute)
      if (reason !== null) dangers.push({ offset: attribute.offset, reason })
    }
  }
  return dangers
}

const reasons = {
  external: 'It refers to something outside the file.',
  animatedLink: 'It changes a link while it is shown.',
}

function dangerOf(element: string, attribute: SvgAttribute): string | null {
  const name = localName(attribute.name)
  const value = attribute.value.trim()
  if (name.startsWith('on')) return `It reacts to events ("${attribute.name}").`
  if (attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:')) return null
  if (['href', 'src', 'action', 'data', 'srcdoc'].includes(name))
    return isInside(value) ? null : reasons.external
  if (animating.has(element) && name === 'attributename' && /^(?:.*:)?(?:href|on)/i.test(value)) {
    return reasons.animatedLink
  }
  return isUnsafeStyle(value) ? reasons.external : null
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function isInside(reference: string): boolean {
  return (
    reference.startsWith('#') || /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*$/.test(reference)
  )
}

/** Backslashes could spell `url` in a way that this does not see. */
function isUnsafeStyle(value: string): boolean {
  if (/\\|@import|javascript:|expression\s*\(|image-set\s*\(/i.test(value)) return true
  return Array.from(value.matchAll(/url\(\s*["']?([^"')]*)/gi)).some(
    match => !isInside((match[1] ?? '').trim()),
  )
}
