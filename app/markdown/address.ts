export type AddressKind = 'web' | 'mail' | 'fragment' | 'relative' | 'unsafe'

/**
 * The term that `glossary:mfa` names; null for every other address. Only the rule for glossary terms asks this:
 * the scheme means nothing to a browser, so everywhere else it is as unsafe as any other.
 */
export function termOfAddress(address: string): string | null {
  return /^glossary:(.*)$/is.exec(address)?.[1] ?? null
}

/**
 * Sorts an address by where it leads. Anything that is not plainly one of ours is unsafe: browsers drop
 * control characters and blanks from a scheme, so they are dropped before looking.
 */
export function addressKind(address: string): AddressKind {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that browsers drop
  const seen = address.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g, '')
  const scheme = /^([^/?#]*?):/.exec(seen)?.[1]?.toLowerCase()
  if (scheme === 'https' || scheme === 'http') return /^https?:\/\/[^/?#\\]/i.test(seen) ? 'web' : 'unsafe'
  if (scheme === 'mailto') return 'mail'
  if (scheme !== undefined || seen === '') return 'unsafe'
  if (/^[/\\]{2}|^\/?\\/.test(seen)) return 'unsafe'
  return seen.startsWith('#') ? 'fragment' : 'relative'
}

/** The address as the author wrote it; unchanged when its percent signs mean nothing. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
