import { auditEntry } from '#app/platform/audit.server.ts'
import type { SafePrismaClient } from '#app/platform/db.server.ts'
import { bumpStatusList } from './status/status-list.server.ts'

type Operation = Parameters<SafePrismaClient['$transaction']>[0][number]

type Change = Parameters<typeof auditEntry>[0]

/**
 * What belongs to every change after which a certificate counts no more, in the same transaction: the status list
 * shows it from its next signature on, and the audit log keeps who did it.
 * @param statusList the list in which the certificate has its bit; null: it was issued before there were any
 */
export function tellVerifiers(statusList: number | null, change: Change): Operation[] {
  return [auditEntry(change), ...bumpStatusList(statusList)]
}
