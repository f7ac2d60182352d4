/** Text as XML character data or as the value of an attribute: markup is escaped, and what XML 1.0 cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/gu, character => `&#${character.charCodeAt(0)};`)
}
