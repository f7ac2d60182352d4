import { randomInt } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database, type SafePrismaClient } from '#app/platform/db.server.ts'
import type { StatusEntry } from '../credential/build-credential.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { LIST_LENGTH, signStatusList, statusListAddress } from './sign-status-list.server.ts'

/** A list that is fuller than this gets no more: in a full one, free bits are found by guessing too long. */
const FULL = LIST_LENGTH / 2

/** A list is signed again while verifiers may still believe the old one for a day, whatever happens. */
const RENEW_BEFORE_MS = 24 * 3_600_000

type Operation = Parameters<SafePrismaClient['$transaction']>[0][number]

/**
 * A bit for a new certificate, chosen by chance, so that it says neither when nor after whom a certificate was issued.
 * Of two that are given the same at the same time the unique constraint refuses the second, and it asks again.
 * @param full with more certificates than these a list gets no more
 */
export async function freeStatusEntry(full = FULL): Promise<StatusEntry> {
  const list = await openList(full)
  for (;;) {
    const index = randomInt(LIST_LENGTH)
    const taken = await database().prisma.certificate.findUnique({
      where: { statusList_statusIndex: { statusList: list, statusIndex: index } },
      select: { id: true },
    })
    if (taken === null) return { list, index }
  }
}

/**
 * What belongs into the transaction that revokes, supersedes or withdraws a certificate: its list is signed again
 * when it is next read. Nothing for a certificate that is in no list.
 */
export function bumpStatusList(list: number | null): Operation[] {
  if (list === null) return []
  return [
    database().prisma.statusList.upsert({
      where: { number: list },
      create: { number: list, revision: 1 },
      update: { revision: { increment: 1 } },
    }),
  ]
}

/**
 * The signed credential of a list, as every process serves it; null for a list that there is not. It shows every
 * change that was committed before the call.
 */
export async function readStatusList(number: number): Promise<string | null> {
  const { prisma } = database()
  const row = await prisma.statusList.findUnique({ where: { number } })
  if (row === null) return null
  if (row.credential !== null && isFresh(row) && isOurs(row.credential, number)) return row.credential
  // The revision was read before the bits are: a change in between shows, and makes the next reader sign again.
  const { text, validUntil } = await signStatusList(number, await revokedBits(number))
  // A process that read a later revision may have been quicker, and its list stays.
  await prisma.statusList.updateMany({
    where: { number, OR: [{ signedRevision: null }, { signedRevision: { lte: row.revision } }] },
    data: { signedRevision: row.revision, credential: text, validUntil },
  })
  const stored = await prisma.statusList.findUnique({ where: { number }, select: { credential: true } })
  return stored?.credential ?? text
}

/** Signs every list again whose time has come, and says how many. The same as reading them, before anybody does. */
export async function renewStatusLists(): Promise<number> {
  const rows = await database().prisma.statusList.findMany({
    select: { number: true, revision: true, signedRevision: true, validUntil: true },
    orderBy: { number: 'asc' },
  })
  const due = rows.filter(row => !isFresh(row))
  for (const { number } of due) await readStatusList(number)
  return due.length
}

type Signed = { revision: number; signedRevision: number | null; validUntil: Date | null }

function isFresh({ revision, signedRevision, validUntil }: Signed): boolean {
  if (signedRevision === null || signedRevision < revision || validUntil === null) return false
  return validUntil.getTime() - now().getTime() >= RENEW_BEFORE_MS
}

/** False when the hub has moved to another address since the list was signed. */
function isOurs(credential: string, number: number): boolean {
  const { id, issuer }: { id?: unknown; issuer?: unknown } = JSON.parse(credential)
  return id === statusListAddress(number) && issuer === hubKeys().trust.did
}

/** The list that new certificates go into: the last one, or the next when that is full. */
async function openList(full: number): Promise<number> {
  const { prisma } = database()
  const last = await prisma.statusList.findFirst({ orderBy: { number: 'desc' }, select: { number: true } })
  if (last !== null) {
    const used = await prisma.certificate.count({ where: { statusList: last.number } })
    if (used <= full) return last.number
  }
  const number = (last?.number ?? 0) + 1
  try {
    await prisma.statusList.create({ data: { number } })
  } catch (error) {
    // Another process began the same list.
    if (!isUniqueViolation(error)) throw error
  }
  return number
}

/** The bits of certificates that no longer count. */
async function revokedBits(number: number): Promise<number[]> {
  const rows = await database().prisma.certificate.findMany({
    where: {
      statusList: number,
      OR: [{ revokedAt: { not: null } }, { supersededAt: { not: null } }, { withdrawnAt: { not: null } }],
    },
    select: { statusIndex: true },
    orderBy: { statusIndex: 'asc' },
  })
  return rows.flatMap(({ statusIndex }) => statusIndex ?? [])
}
