import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { tellVerifiers } from './tell-verifiers.server.ts'

/**
 * Takes a certificate back for good, at its holder's word: from then on its number says that, and nothing else.
 * False when the learner has none of that number. Done again, it changes nothing.
 */
export async function withdrawCertificate(userId: string, id: string): Promise<boolean> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({
    where: { id, userId },
    select: { withdrawnAt: true, statusList: true },
  })
  if (row === null) return false
  if (row.withdrawnAt !== null) return true
  try {
    await prisma.$transaction([
      prisma.certificate.update({
        where: { id, userId, withdrawnAt: null },
        data: { withdrawnAt: now() },
        select: { id: true },
      }),
      ...tellVerifiers(row.statusList, { actorId: userId, action: 'certificate.withdraw', subject: id }),
    ])
  } catch (error) {
    // Another request was first.
    if (!isMissingRow(error)) throw error
  }
  return true
}
