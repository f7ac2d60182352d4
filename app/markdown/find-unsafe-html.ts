import { addressKind } from './address.ts'

const movable = ['symmetric', 'movablelimits']

/** Everything that the renderer ever writes: elements, and the attributes that they may carry. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href', 'rel', 'title', 'id', 'aria-label'],
  aside: ['class', 'role', 'aria-labelledby'],
  button: ['class', 'type', 'popovertarget'],
  code: ['class'],
  details: ['class'],
  div: ['class', 'role', 'tabindex', 'aria-label', 'aria-labelledby'],
  figure: ['class'],
  h1: ['id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'title'],
  input: ['type', 'name', 'id', 'checked', 'disabled', 'aria-labelledby'],
  label: ['for'],
  li: ['class', 'id'],
  ol: ['start'],
  p: ['class', 'id'],
  pre: ['tabindex'],
  section: ['class', 'aria-labelledby'],
  span: ['class', 'data-blank', 'id', 'popover', 'role'],
  td: ['class'],
  th: ['class', 'scope'],

  // Drawings
  svg: ['class', 'role', 'aria-label', 'width', 'height', 'viewBox'],
  g: ['class', 'transform'],
  path: ['class', 'd'],
  polygon: ['class', 'points'],
  polyline: ['class', 'points'],
  ellipse: ['class', 'cx', 'cy', 'rx', 'ry'],
  text: ['x', 'y', 'text-anchor'],

  // Formulas
  math: ['display'],
  menclose: ['notation'],
  mfrac: ['linethickness'],
  mi: ['mathvariant'],
  mo: ['stretchy', 'fence', 'separator', 'lspace', 'rspace', 'minsize', 'maxsize', 'largeop', ...movable],
  mover: ['accent'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mspace: ['width', 'height', 'mathbackground'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mtable: ['width'],
  mtd: ['class', 'width'],
  mtext: ['class'],
  munder: ['accentunder'],
}

const BARE = new Set(
  (
    'blockquote br dd dl dt em figcaption hr s strong summary sup table tbody thead tr ul ' +
    'mn mphantom mroot mrow msqrt msub msubsup msup mtr munderover'
  ).split(' '),
)

/** For tests: the first thing in rendered HTML that the renderer never means to write, or null. */
export function findUnsafeHtml(html: string): string | null {
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)>/g,
    (whole, slash, name, attributes) => (isAllowed(name, slash === '' ? attributes : '') ? '' : whole),
  )
  return /[<>][^<>]{0,80}/.exec(rest)?.[0] ?? null
}

function isAllowed(name: string, attributes: string): boolean {
  const allowed = attributesOf[name] ?? (BARE.has(name) ? [] : null)
  if (allowed === null) return false
  return [...attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].every(([, attribute = '', value = '']) => {
    if (!allowed.includes(attribute)) return false
    return (
      (attribute !== 'href' && attribute !== 'src') ||
      addressKind(value.replaceAll('&amp;', '&')) !== 'unsafe'
    )
  })
}
