// Plain JavaScript with built-in modules only: this runs before anything else can be imported.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(import.meta.dirname, '../..')
const clients = [
  { schema: 'prisma/schema.prisma', output: 'prisma/generated/sqlite' },
  { schema: 'prisma/schema.postgresql.prisma', output: 'prisma/generated/postgresql' },
]

/**
 * Generates the database client of each engine whose schema, or whose generator, is not the one that the
 * existing client was made from. Needs no network. The PostgreSQL schema is taken as committed, so that the test
 * which compares it with the authored schema can fail.
 * @returns {string[]} the folders that were generated anew; empty when everything was up to date
 */
export function generateClients() {
  const stale = clients
    .map(client => ({ ...client, hash: hashOf(client.schema) }))
    .filter(({ output, hash }) => readIfThere(path.join(root, output, 'made-from')) !== hash)
  for (const { schema, output, hash } of stale) {
    run([prismaCli(), 'generate', '--schema', schema])
    writeFileSync(path.join(root, output, 'made-from'), hash)
  }
  return stale.map(({ output }) => output)
}

/** Writes the PostgreSQL schema again from the authored one. */
function refreshPostgresqlSchema() {
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { derivePostgresqlSchema } from './app/platform/postgresql-schema.ts'
    const derived = derivePostgresqlSchema(readFileSync('prisma/schema.prisma', 'utf8'))
    writeFileSync('prisma/schema.postgresql.prisma', derived)`
  run(['--import', 'tsx', '--input-type', 'module', '--eval', script])
}

function run(args) {
  const environment = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env: environment })
  if (status !== 0) throw new Error(`The database client could not be generated:\n${stdout}${stderr}`)
}

function hashOf(schema) {
  const hash = createHash('sha256')
  for (const part of [path.join(root, schema), prismaPackage()]) hash.update(readFileSync(part)).update('\0')
  return hash.digest('hex')
}

function prismaPackage() {
  return createRequire(import.meta.url).resolve('prisma/package.json')
}

function prismaCli() {
  return path.join(path.dirname(prismaPackage()), 'build/index.js')
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  refreshPostgresqlSchema()
  const made = generateClients()
  process.stdout.write(
    made.length > 0 ? `Generated ${made.join(' and ')}.\n` : 'The clients are up to date.\n',
  )
}
