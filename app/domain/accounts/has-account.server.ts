import { database } from '#app/platform/db.server.ts'
import { readEmail } from './email-address.ts'

/** Whether somebody has the address. For the command line only: a page that told it would give accounts away. */
export async function hasAccount(address: string): Promise<boolean> {
  const email = readEmail(address)
  if (email === null) return false
  return (await database().prisma.user.count({ where: { email } })) > 0
}
