import { database } from '#app/platform/db.server.ts'
import { readEmail } from './email-address.ts'

/** More than three times as long on top is no accommodation but a mistake in typing. */
export const MOST_EXTRA_TIME = 300

/**
 * Gives a person more time in every exam that begins from now on; one that is running keeps its end. False when
 * nobody has the address.
 * @param percent of the exam's minutes, whole, from 0 to `MOST_EXTRA_TIME`
 */
export async function setExtraTime(address: string, percent: number): Promise<boolean> {
  const email = readEmail(address)
  if (email === null) return false
  const { count } = await database().prisma.user.updateMany({
    where: { email },
    data: { extraTimePercent: percent },
  })
  return count === 1
}
