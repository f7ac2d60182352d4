/**
 * Whom an address counts as when requests are counted: an IPv4 address by itself, an IPv6 address by its /64, which is
 * the least that one household or one server has (RFC 6177) and which its owner may walk through at will.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/u, '').toLowerCase()
  const groups = groupsOf(plain)
  if (groups === null) return plain
  const [, , , , , marker, high, low] = groups
  const isIpv4 = marker === 0xffff && groups.slice(0, 5).every(group => group === 0)
  if (isIpv4 && high !== undefined && low !== undefined)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address; null when it is none. */
function groupsOf(address: string): number[] | null {
  if (!address.includes(':')) return null
  let host: string
  try {
    // The parser of addresses knows every way to write one, and leaves hexadecimal groups with at most one "::".
    host = new URL(`http://[${address}]`).hostname.slice(1, -1)
  } catch {
    return null
  }
  const [before = '', after] = host.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].map(group => Number.parseInt(group, 16))
}
