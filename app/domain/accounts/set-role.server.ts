import { database } from '#app/platform/db.server.ts'
import { readEmail } from './email-address.ts'
import type { Role } from './role.ts'

/** Gives a person a role; false when nobody has the address. */
export async function setRole(address: string, role: Role): Promise<boolean> {
  const email = readEmail(address)
  if (email === null) return false
  const { count } = await database().prisma.user.updateMany({ where: { email }, data: { role } })
  return count === 1
}
