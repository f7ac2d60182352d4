import { database } from '#app/platform/db.server.ts'
import { readEmail } from './email-address.ts'
import { decoyHash, isPassword } from './password.server.ts'
import { beginSession } from './sessions.server.ts'

export type SignInResult = { ok: true; setCookie: string; language: string } | { ok: false }

/** Same answer and the same work whether the address or the password is wrong. */
export async function signIn(
  credentials: { email: string; password: string },
  cookieHeader: string | null,
): Promise<SignInResult> {
  const email = readEmail(credentials.email)
  const user = email === null ? null : await database().prisma.user.findUnique({ where: { email } })
  const right = await isPassword(user?.passwordHash ?? (await decoyHash()), credentials.password)
  if (user === null || !right) return { ok: false }
  return { ok: true, setCookie: await beginSession(user.id, cookieHeader), language: user.language }
}
