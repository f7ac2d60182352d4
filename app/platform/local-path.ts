/**
 * A redirect target given by a visitor, made safe: a path of this site, or the fallback.
 * `//evil.example` and `/\evil.example` are other hosts to a browser, so both are refused,
 * as is every control character, which browsers strip before they look. So is `/.//evil.example`,
 * which becomes `//evil.example` once its dots are resolved.
 */
export function localPath(given: string | null | undefined, fallback: string): string {
  if (!given || given.length > 2_000) return fallback
  if (!/^\/(?![/\\])/.test(given) || hasControl(given) || given.includes('\\')) return fallback
  const url = new URL(given, 'http://local.invalid')
  if (url.host !== 'local.invalid' || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
