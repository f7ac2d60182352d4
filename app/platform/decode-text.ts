/**
 * A text file of somebody's computer. UTF-8 is what it should be, and what is valid UTF-8 is hardly ever anything else;
 * Excel saves "Unicode text" as UTF-16, and a CSV file on a Bulgarian Windows in its old code page.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
