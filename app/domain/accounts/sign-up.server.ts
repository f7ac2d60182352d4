import { randomUUID } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { readEmail } from './email-address.ts'
import { hashPassword } from './password.server.ts'
import { checkPassword, type PasswordFault } from './password-rules.ts'

export type SignUp = { email: string; password: string; name: string; language: Language }

export type SignUpResult = { ok: true } | { ok: false; reason: 'email' | PasswordFault }

/**
 * Creates an account. A taken address gives the same result after the same work, and changes nothing:
 * whoever asks learns nothing about who has an account.
 */
export async function signUp(person: SignUp): Promise<SignUpResult> {
  const email = readEmail(person.email)
  if (email === null) return { ok: false, reason: 'email' }
  const fault = checkPassword(person.password, { email, name: person.name })
  if (fault !== null) return { ok: false, reason: fault }
  const passwordHash = await hashPassword(person.password)
  try {
    await database().prisma.user.create({
      data: {
        id: randomUUID(),
        email,
        name: person.name,
        passwordHash,
        language: person.language,
        createdAt: now(),
      },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return { ok: true }
}
