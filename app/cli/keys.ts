import { parseArgs } from 'node:util'
import { type KeyList, listKeys } from '#app/domain/certificates/keys/list-keys.server.ts'
import { initKeys, rotateKeys } from '#app/domain/certificates/keys/make-keys.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Env } from '#app/platform/env.server.ts'
import { readSettings } from './with-database.ts'
import { openHub } from './with-keys.ts'

const help = `Usage: npx zagore keys init|rotate|list

  init     make the keys that seal and sign certificates, in the folder that KEYS_DIR names
  rotate   make a new seal and a new key for credentials, and retire the old ones
  list     show all keys, retired ones too; opens no private key

With KEYS_PASSPHRASE the private keys are encrypted. Back the folder up after init and after rotate, and restart the
server after rotate. The private key of the root is needed for rotate alone: keep it elsewhere in between.
`

export async function runKeys(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { help: { type: 'boolean' } },
  })
  const [action] = positionals
  if (values.help || action === undefined) return answer(help, 0)
  if (action !== 'init' && action !== 'rotate' && action !== 'list')
    return answer(`There is no "keys ${action}". Run "npx zagore keys --help".\n`, 2)
  const env = readSettings()
  if (env === null) return 1
  if (action === 'list') return list(env)
  return action === 'init' ? init(env) : rotate(env)
}

async function init(env: Env): Promise<number> {
  const making = makingFor(env)
  if (making === null) return 1
  const made = await initKeys(env.keysDir, making)
  if (made.ok) {
    return answer(
      `The keys are in ${env.keysDir}. Back it up now, and move the private key of the root elsewhere.\n${shown(env)}`,
      0,
    )
  }
  return answer(
    made.reason === 'exists'
      ? `${env.keysDir} holds keys already. To take new ones: npx zagore keys rotate\n`
      : `${env.keysDir} can be read by others: run chmod 700 ${env.keysDir}\n`,
    1,
  )
}

async function rotate(env: Env): Promise<number> {
  const making = makingFor(env)
  if (making === null) return 1
  const rotated = await rotateKeys(env.keysDir, making)
  if (!rotated.ok) return answer(`${rotated.problem}\n`, 1)
  return answer(
    `${rotated.seal} and ${rotated.credentialKey} are in use from the next start of the server. Back the folder up now.\n${shown(env)}`,
    0,
  )
}

function list(env: Env): number {
  const listed = listKeys(env.keysDir)
  return listed.ok ? answer(table(listed.list), 0) : answer(`${listed.problem}\n`, 1)
}

function makingFor(env: Env) {
  const hub = openHub(env)
  return hub === null ? null : { passphrase: env.keysPassphrase, hub, demo: env.mode === 'demo', at: now() }
}

function shown(env: Env): string {
  const listed = listKeys(env.keysDir)
  return listed.ok ? table(listed.list) : ''
}

function table({ root, seals, credentialKeys }: KeyList): string {
  const use = ({ validFrom, retiredAt }: { validFrom: string; retiredAt: string | null }) =>
    retiredAt === null ? `in use since ${day(validFrom)}` : `${day(validFrom)} to ${day(retiredAt)}`
  const rows = [
    [
      'root',
      `ends ${day(root.endsAt)}, private key ${root.isHere ? `here: ${root.file}` : 'kept elsewhere'}`,
    ],
    ['', `SHA-256 ${root.sha256}`],
    ...seals.flatMap(seal => [
      [seal.id, `${use(seal)}, certificate ends ${day(seal.endsAt)}`],
      ['', `SHA-256 ${seal.sha256}`],
    ]),
    ...credentialKeys.flatMap(key => [
      [key.id, use(key)],
      ['', key.publicKeyMultibase],
    ]),
  ]
  return rows.map(([id = '', facts = '']) => `${id.padEnd(20)}${facts}\n`).join('')
}

function day(instant: string): string {
  return instant.slice(0, 10)
}

function answer(text: string, code: number): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(text)
  return code
}
