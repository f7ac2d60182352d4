/** NIST SP 800-63B-4, 3.1.1.2: 15 characters where the password is the only factor, no composition rules. */
export const SHORTEST_PASSWORD = 15
export const LONGEST_PASSWORD = 128

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'like-account'

// Long enough to pass the length rule and still among the first guesses.
const commonPatterns = [
  /^(.{1,4})\1+$/u,
  /^(?:0?123456789)+0?\d{0,8}$/u,
  /^(?:qwerty|йцукен|явертъ|password|парола|zagore|загоре)+[\d!.@#]*$/iu,
]

/** Whether a new password may be used; counts characters, not bytes, so that a Cyrillic phrase is not short-changed. */
export function checkPassword(
  password: string,
  account: { email: string; name: string },
): PasswordFault | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'too-short'
  if (length > LONGEST_PASSWORD) return 'too-long'
  const folded = password.toLocaleLowerCase('bg')
  if (commonPatterns.some(pattern => pattern.test(folded))) return 'too-common'
  const email = account.email.toLocaleLowerCase('bg')
  const name = account.name.toLocaleLowerCase('bg').trim()
  if (folded === email || (name.length > 3 && folded.replaceAll(name, '').length < 6)) return 'like-account'
  return null
}
