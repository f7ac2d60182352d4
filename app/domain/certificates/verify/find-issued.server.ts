import { database } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { RegisteredCertificate } from './judge-number.ts'
import { registerEntryFields } from './judge-record.ts'

/** What the register holds of an issued file. */
export type IssuedFile = RegisteredCertificate & {
  credential: string | null
  /** Null: issued before there were seals. */
  sealLevel: string | null
}

/** `null`: nothing of the kind was issued. `unavailable` is no answer at all, and never to be taken for one. */
export type Finding = IssuedFile | null | 'unavailable'

const fields = {
  ...registerEntryFields,
  sharing: true,
  pdfSha256: true,
  credential: true,
  sealLevel: true,
} as const

/** The certificate whose PDF has this SHA-256. */
export function findByDigest(pdfSha256: string): Promise<Finding> {
  return find({ pdfSha256 })
}

export function findByNumber(id: string): Promise<Finding> {
  return find({ id })
}

async function find(where: { id: string } | { pdfSha256: string }): Promise<Finding> {
  try {
    return await database().prisma.certificate.findFirst({ where, select: fields, orderBy: { id: 'asc' } })
  } catch (error) {
    log().error({ err: error }, 'the register of certificates could not be read')
    return 'unavailable'
  }
}
