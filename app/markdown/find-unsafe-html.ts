import { addressKind } from './address.ts'

/** Everything that the renderer ever writes: elements, and the attributes that they may carry. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href', 'rel', 'title'],
  aside: ['class', 'role', 'aria-labelledby'],
  button: ['class', 'type', 'popovertarget'],
  code: ['class'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  figure: ['class'],
  h1: ['id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'title'],
  ol: ['start'],
  p: ['class', 'id'],
  pre: ['tabindex'],
  section: ['class', 'aria-labelledby'],
  span: ['class', 'data-blank', 'id', 'popover', 'role'],
  td: ['class'],
  th: ['class', 'scope'],
}

const BARE = new Set('blockquote br em figcaption hr li s strong table tbody thead tr ul'.split(' '))

/** For tests: the first thing in rendered HTML that the renderer never means to write, or null. */
export function findUnsafeHtml(html: string): string | null {
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g,
    (whole, slash, name, attributes) => (isAllowed(name, slash === '' ? attributes : '') ? '' : whole),
  )
  return /[<>][^<>]{0,80}/.exec(rest)?.[0] ?? null
}

function isAllowed(name: string, attributes: string): boolean {
  const allowed = attributesOf[name] ?? (BARE.has(name) ? [] : null)
  if (allowed === null) return false
  return [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].every(([, attribute = '', value = '']) => {
    if (!allowed.includes(attribute)) return false
    return (
      (attribute !== 'href' && attribute !== 'src') ||
      addressKind(value.replaceAll('&amp;', '&')) !== 'unsafe'
    )
  })
}
