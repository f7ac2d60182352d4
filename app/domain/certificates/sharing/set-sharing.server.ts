import { auditEntry } from '#app/platform/audit.server.ts'
import { database } from '#app/platform/db.server.ts'
import type { Sharing } from './sharing.ts'

/** Chooses what the number of the learner's own certificate shows. False when the learner has none of that number. */
export async function setSharing(userId: string, id: string, sharing: Sharing): Promise<boolean> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({ where: { id, userId }, select: { sharing: true } })
  if (row === null) return false
  if (row.sharing === sharing) return true
  await prisma.$transaction([
    prisma.certificate.updateMany({ where: { id, userId }, data: { sharing } }),
    auditEntry({ actorId: userId, action: 'certificate.sharing', subject: id, details: { sharing } }),
  ])
  return true
}
