/**
 * A JSON value in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it: no white space, and members in
 * the order of their names' UTF-16 code units. Numbers and strings are as ECMAScript writes them, which is what the
 * RFC asks for. Members that are undefined are left out, as JSON leaves them out.
 *
 * It never throws, however deep the value: nesting is kept on a stack of its own. A number that JSON cannot hold
 * (`1e999` reads as infinite) is written as a word that no JSON has, so that it is equal to nothing else.
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = []
  // What is still to be written, the next one last: values, and the text between them.
  const rest: Piece[] = [{ value }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if ('text' in next) parts.push(next.text)
    else if (typeof next.value !== 'object' || next.value === null) parts.push(scalar(next.value))
    else pushInside(rest, next.value)
  }
  return parts.join('')
}

type Piece = { text: string } | { value: unknown }

/** From the last to the first, because the last one that is pushed is written first. */
function pushInside(rest: Piece[], value: object): void {
  if (Array.isArray(value)) {
    rest.push({ text: ']' })
    for (let at = value.length - 1; at >= 0; at--) {
      rest.push({ value: value[at] }, { text: at === 0 ? '' : ',' })
    }
    rest.push({ text: '[' })
    return
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? 1 : -1))
  rest.push({ text: '}' })
  for (const [at, [name, member]] of members.entries()) {
    const first = at === members.length - 1
    rest.push({ value: member }, { text: `${first ? '' : ','}${JSON.stringify(name)}:` })
  }
  rest.push({ text: '{' })
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return JSON.stringify(value) ?? 'null'
}
