import { database } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { RegisteredCertificate } from './judge-number.ts'
import { registerEntryFields } from './judge-record.ts'

/**
 * What the register holds of these numbers, by number: one query, whatever it finds. Null when the register cannot be
 * read, which is no answer about any of them.
 */
export async function readRegister(ids: string[]): Promise<Map<string, RegisteredCertificate> | null> {
  try {
    const rows = await database().prisma.certificate.findMany({
      where: { id: { in: ids } },
      select: { ...registerEntryFields, sharing: true, pdfSha256: true },
      orderBy: { id: 'asc' },
    })
    return new Map(rows.map(row => [row.id, row]))
  } catch (error) {
    log().error({ err: error }, 'the register of certificates could not be read')
    return null
  }
}
