import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

export type Engine = 'sqlite' | 'postgresql'

/** Which SQL to speak. Comparing two texts needs no database, and none is opened. */
const dialects: Record<Engine, SqlMigrationAwareDriverAdapterFactory> = {
  sqlite: new PrismaBetterSqlite3({ url: ':memory:' }),
  postgresql: nowherePostgresql(),
}

/**
 * The SQL that turns a database of the one schema into a database of the other; null when they ask for the same.
 * Needs no database: the engine compares the two texts.
 * @param previous the schema to begin from, null for an empty database
 */
export function compareSchemas(
  engine: Engine,
  previous: string | null,
  next: string,
): Promise<string | null> {
  return withSchemaEngine(dialects[engine], next, async schemaEngine => {
    const { exitCode, stdout } = await schemaEngine.diff({
      from: previous === null ? { tag: 'empty' } : datamodel(previous),
      to: datamodel(next),
      script: true,
      exitCode: true,
      filters: noFilters,
    })
    return exitCode === 0 ? null : (stdout ?? '')
  })
}

export const noFilters = { externalTables: [], externalEnums: [] }

export function datamodel(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] }
}

/**
 * Lends Prisma's schema engine, five megabytes of WebAssembly that stay in memory once they are loaded. Writing
 * and checking migrations needs it; applying them does not, so that no server ever loads it.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  work: (schemaEngine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  const schemaEngine = await (await loaded).SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    return await work(schemaEngine)
  } finally {
    schemaEngine.free()
  }
}

let loaded: ReturnType<typeof load> | undefined

async function load() {
  // The package's entry imports its `.wasm` file as a module, which Node 20 cannot: this does the same by hand.
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': functionsOf(glue) })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function')
    throw new Error('The schema engine has another form than this version expects')
  start()
  return glue
}

function functionsOf(module: object): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = {}
  for (const [name, value] of Object.entries(module)) if (typeof value === 'function') imports[name] = value
  return imports
}

/**
 * The engine asks a PostgreSQL for its version before it compares anything. This answers that one question, as
 * the oldest version that gets security fixes (https://www.postgresql.org/support/versioning/, November 2026).
 */
function nowherePostgresql(): SqlMigrationAwareDriverAdapterFactory {
  const identity = { provider: 'postgres', adapterName: 'nowhere' } as const
  const refuse = () => Promise.reject(new Error('There is no database behind this comparison'))
  const connection: SqlDriverAdapter = {
    ...identity,
    queryRaw: async ({ sql }) =>
      sql.includes('server_version_num')
        ? {
            columnNames: ['exists', 'version', 'numeric_version'],
            columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
            rows: [[true, 'PostgreSQL 15.0', 150_000]],
          }
        : refuse(),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  }
  return { ...identity, connect: async () => connection, connectToShadowDb: refuse }
}
