import { randomUUID } from 'node:crypto'
import { now } from './clock.ts'
import { database } from './db.server.ts'

type AuditEntry = {
  /** null: somebody at the command line of the server. */
  actorId: string | null
  /** A noun and a verb: `certificate.revoke`. */
  action: string
  /** What it was done to: a certificate's number, for example. */
  subject: string
  /** What else matters later. Nothing secret: neither tokens nor names. */
  details?: Record<string, string | number | boolean | null | string[]>
}

/** An entry of the audit log, as an operation of the transaction that does what it tells of: both, or neither. */
export function auditEntry({ actorId, action, subject, details = {} }: AuditEntry) {
  return database().prisma.auditEvent.create({
    data: { id: randomUUID(), at: now(), actorId, action, subject, details: JSON.stringify(details) },
  })
}
