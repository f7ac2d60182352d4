import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import {
  type Knowledge,
  type OfflineVerdict,
  verifyOffline,
} from '#app/domain/certificates/offline/verify-offline.ts'
import type { Check, FileVerdict } from '#app/domain/certificates/verify/verdict.ts'
import { verifyFile } from '#app/domain/certificates/verify/verify-file.server.ts'
import { now } from '#app/platform/clock.ts'
import { withDatabase } from './with-database.ts'
import { withKeys } from './with-keys.ts'

type Options = {
  /** A saved trust.json: verify with it alone, without a database. */
  trust: string | undefined
  /** Saved status lists. */
  status: string[]
  json: boolean
}

/** Exit code 0: genuine, and counts today. Anything else is 1, and said. */
export async function verifyOnCommandLine(file: string, options: Options): Promise<number> {
  const bytes = await readBytes(file)
  if (bytes === null) return answer(`${file} cannot be read: check the path.\n`, 1)
  if (options.trust !== undefined) {
    const knowledge = await readKnowledge(options.trust, options.status)
    if (!knowledge.ok) return answer(`${knowledge.problem}\n`, 1)
    return tell(file, await verifyOffline(bytes, knowledge.value, now()), options.json)
  }
  return withDatabase(env => withKeys(env, async () => tell(file, await verifyFile(bytes), options.json)))
}

const says: Record<string, string> = {
  valid: 'genuine and valid',
  expired: 'genuine, and expired',
  revoked: 'genuine, and revoked: it no longer counts',
  superseded: 'genuine, and replaced by a corrected one: it no longer counts',
  withdrawn: 'genuine, and withdrawn by its holder: it no longer counts',
  unknown: 'genuine; whether it was revoked is not known here',
  altered: 'ALTERED: not the file that was issued',
  'not-ours': 'not issued by this hub',
  'never-issued': 'its number was never issued by this hub',
  unchecked: 'could not be checked, which is no verdict on it',
}

function tell(file: string, verdict: FileVerdict | OfflineVerdict, json: boolean): number {
  const state = stateOf(verdict)
  const code = state === 'valid' ? 0 : 1
  if (json) {
    process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`)
    return code
  }
  const lines = [`${file}: ${says[state] ?? state}`]
  if (verdict.state === 'unchecked') lines.push(`  ${reasons[verdict.why]}`)
  if (verdict.state === 'not-ours' && verdict.claims !== null)
    lines.push(`  It claims to come from: ${verdict.claims} (not proven)`)
  if (verdict.state === 'altered' && 'differences' in verdict) {
    for (const { fact, official, stated } of verdict.differences)
      lines.push(`  ${fact}: issued ${official ?? '(nothing)'}, the file says ${stated ?? '(nothing)'}`)
  }
  lines.push(...verdict.checks.map(lineOf))
  process.stdout.write(`${lines.map(printable).join('\n')}\n`)
  return code
}

function stateOf(verdict: FileVerdict | OfflineVerdict): string {
  if (verdict.state === 'unknown') return 'never-issued'
  if (verdict.state !== 'genuine') return verdict.state
  return 'record' in verdict ? verdict.record.state : verdict.standing
}

const reasons: Record<Extract<FileVerdict, { state: 'unchecked' }>['why'], string> = {
  'register-unavailable': 'The database cannot be read: try again later.',
  'not-in-register': 'This hub sealed it, and its register does not know it: was a back-up restored?',
  empty: 'The file is empty.',
  'too-large': 'The file is larger than 2 MB.',
  'not-a-certificate': 'It is neither a PDF nor a credential in JSON.',
  truncated: 'The file is not whole: get it again.',
  encrypted: 'The file is encrypted: ask for the original.',
}

function lineOf({ check, outcome, detail }: Check): string {
  const mark = { passed: 'yes', failed: 'NO ', unknown: '?  ' }[outcome]
  return `  ${mark} ${check}${detail === null ? '' : ` (${detail})`}`
}

/** A file may claim anything, and a terminal obeys control characters. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}]/gu, '·')
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    return null
  }
}

const inUse = { validFrom: z.string(), retiredAt: z.string().nullable() }
const trustFile = z.object({
  version: z.literal(1),
  hub: z.object({ name: z.object({ bg: z.string(), en: z.string() }), domain: z.string() }),
  did: z.string(),
  asOf: z.string(),
  credentialKeys: z.array(z.object({ ...inUse, id: z.string(), publicKeyMultibase: z.string() })),
  sealCertificates: z.array(z.object({ ...inUse, certificate: z.string(), sha256: z.string() })),
  roots: z.array(z.string()),
})

async function readKnowledge(
  trust: string,
  status: string[],
): Promise<{ ok: true; value: Knowledge } | { ok: false; problem: string }> {
  const read = trustFile.safeParse(await readJsonFile(trust))
  if (!read.success)
    return { ok: false, problem: `${trust} is no trust.json: save /.well-known/trust.json of the hub again.` }
  const statusLists: unknown[] = []
  for (const file of status) {
    const list = await readJsonFile(file)
    if (list === null)
      return { ok: false, problem: `${file} is no status list: save /status/1 of the hub again.` }
    statusLists.push(list)
  }
  return { ok: true, value: { trust: read.data, statusLists } }
}

async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

function answer(text: string, code: number): number {
  process.stderr.write(text)
  return code
}
