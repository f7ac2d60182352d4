import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const whole = (fallback: number, min: number, max: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${min} to ${max}` })
    .int()
    .min(min)
    .max(max)
    .default(fallback)

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HUB_MODE: z.enum(['demo', 'live'], { error: 'must be "demo" or "live"' }).default('demo'),
  HOST: z.string().min(1).default('localhost'),
  PORT: whole(3000, 0, 65_535),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://academy.example.org' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with "file:" or "postgresql://"')
    .default('file:./data/academy.db'),
  DATA_DIR: z.string().min(1).default('./data'),
  CONTENT_DIR: z.string().min(1).default('./content'),
  KEYS_DIR: z.string().min(1).optional(),
  KEYS_PASSPHRASE: z.string().min(12, 'must have 12 characters or more').optional(),
  TSA_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address of a time-stamping service (RFC 3161)' })
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(
      /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?))*$/i,
      'must be a list of addresses or networks, such as "loopback" or "10.0.0.0/8", with commas between them',
    )
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:secret@mail.example.org' })
    .optional(),
  SESSION_DAYS: whole(30, 1, 365),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
})

export type Env = Readonly<{
  nodeEnv: 'development' | 'production' | 'test'
  mode: 'demo' | 'live'
  host: string
  port: number
  /** Address that visitors use, without a slash at the end; null in demo mode when nobody gave one. */
  publicUrl: string | null
  databaseUrl: string
  dataDir: string
  contentDir: string
  /** Folder of the keys that seal and sign certificates; in demo mode one in the data folder, made at the first start. */
  keysDir: string
  /** Encrypts the private keys in their files; null when the folder's permissions alone protect them. */
  keysPassphrase: string | null
  /** RFC 3161 service that adds a time-stamp to every seal. */
  tsaUrl: string | null
  /** Proxies whose word about a visitor's address is taken; null: nobody's. */
  trustProxy: string | null
  smtpUrl: string | null
  sessionDays: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}>

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: string[] }

/**
 * Validates the environment and names everything that is missing or wrong at once.
 * A secret may come from a file: `DATABASE_URL_FILE=/run/secrets/database` stands for `DATABASE_URL`.
 */
export function readEnv(source: Record<string, string | undefined>): EnvResult {
  const problems: string[] = []
  const given = withoutEmpty(withFiles(source, problems))
  const parsed = variables.safeParse(given)
  const issues = parsed.error?.issues ?? []
  problems.push(...issues.map(issue => `${issue.path.join('.')} ${issue.message}`))
  const faulty = new Set(issues.map(issue => issue.path[0]))
  if (given.HUB_MODE === 'live') problems.push(...problemsOfLiveMode(given, faulty))
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  const v = parsed.data
  return {
    ok: true,
    env: Object.freeze({
      nodeEnv: v.NODE_ENV,
      mode: v.HUB_MODE,
      host: v.HOST,
      port: v.PORT,
      publicUrl: v.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      databaseUrl: v.DATABASE_URL,
      dataDir: resolve(v.DATA_DIR),
      contentDir: resolve(v.CONTENT_DIR),
      keysDir: resolve(v.KEYS_DIR ?? join(v.DATA_DIR, 'keys')),
      keysPassphrase: v.KEYS_PASSPHRASE ?? null,
      tsaUrl: v.TSA_URL ?? null,
      trustProxy: v.TRUST_PROXY ?? null,
      smtpUrl: v.SMTP_URL ?? null,
      sessionDays: v.SESSION_DAYS,
      logLevel: v.LOG_LEVEL,
    }),
  }
}

/** `faulty`: variables that were complained about already. */
function problemsOfLiveMode(
  v: Record<string, string | undefined>,
  faulty: Set<PropertyKey | undefined>,
): string[] {
  const problems: string[] = []
  if (v.PUBLIC_URL === undefined)
    problems.push('PUBLIC_URL is required in live mode: the https address of the site')
  else if (!v.PUBLIC_URL.startsWith('https://') && !faulty.has('PUBLIC_URL'))
    problems.push('PUBLIC_URL must begin with https:// in live mode')
  if (v.KEYS_DIR === undefined)
    problems.push('KEYS_DIR is required in live mode: a folder that only the service can read')
  if (v.SMTP_URL === undefined) problems.push('SMTP_URL is required in live mode: the mail server of the hub')
  return problems
}

function withFiles(
  source: Record<string, string | undefined>,
  problems: string[],
): Record<string, string | undefined> {
  const result = { ...source }
  for (const name of Object.keys(variables.shape)) {
    const file = source[`${name}_FILE`]
    if (!file) continue
    if (source[name]) problems.push(`${name} and ${name}_FILE are both set: keep one of them`)
    try {
      const secret = readFileSync(file, 'utf8').trim()
      if (secret === '') problems.push(`${name}_FILE names an empty file: ${file}`)
      result[name] = secret
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read: ${file}`)
    }
  }
  return result
}

function withoutEmpty(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ''))
}

/** Address that visitors use, without a slash at the end. Never from the Host header, which anyone can set. */
export function publicUrlOf({ publicUrl, port }: Pick<Env, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`
}

const held = globalThis as { zagoreEnv?: Env }

/** Set once at start; a global, so that a development reload of this module keeps it. */
export function setEnv(env: Env): void {
  held.zagoreEnv = env
}

export function env(): Env {
  if (!held.zagoreEnv) throw new Error('The environment is read before it was set at start.')
  return held.zagoreEnv
}
