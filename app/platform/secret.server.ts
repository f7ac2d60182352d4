import { randomBytes } from 'node:crypto'
import { now } from './clock.ts'
import { database } from './db.server.ts'

/**
 * What the server keeps to itself: 'options' keys the ids that pages give to the options of questions, 'addresses'
 * what is stored of the addresses of visitors while their requests are counted.
 */
export type SecretName = 'options' | 'addresses'

const held = globalThis as { zagoreSecrets?: Map<SecretName, string> }

/**
 * Reads a secret of this academy into memory, making it if there is none. Every process on the database gets the
 * same one, and it survives a restart, so that a form that is open meanwhile can still be sent.
 */
export async function loadSecret(name: SecretName): Promise<void> {
  const value = randomBytes(32).toString('base64url')
  const row = await database().prisma.secret.upsert({
    where: { name },
    create: { name, value, createdAt: now() },
    // Not empty, so that this is one statement on PostgreSQL too, and two processes agree.
    update: { name },
  })
  setSecret(name, row.value)
}

export function setSecret(name: SecretName, value: string): void {
  held.zagoreSecrets ??= new Map()
  held.zagoreSecrets.set(name, value)
}

export function secret(name: SecretName): string {
  const value = held.zagoreSecrets?.get(name)
  if (value === undefined) throw new Error(`The secret "${name}" is used before it was loaded at start.`)
  return value
}
