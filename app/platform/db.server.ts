import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { PrismaClient, Prisma as PrismaTypes } from '#prisma/generated/sqlite/client.ts'
import { DatabaseUnavailable } from './database-errors.ts'
import { explainPostgresqlFailure, explainSqliteFailure } from './database-failures.ts'
import { readDatabaseUrl } from './database-url.ts'
import { sqliteAdapterFactory } from './sqlite-adapter.server.ts'
import { canLockForWriting } from './sqlite-write-lock.server.ts'

/**
 * The generated client without what is unsafe here. A transaction is a list of operations, all or nothing; the
 * form with a function is left out, because on SQLite it holds up every other request while it runs, and waits
 * for ever when one of its own operations goes past it.
 */
export type SafePrismaClient = Omit<
  PrismaClient,
  '$transaction' | '$extends' | '$on' | '$connect' | '$disconnect'
> & {
  $transaction<Operations extends PrismaTypes.PrismaPromise<unknown>[]>(
    operations: [...Operations],
  ): Promise<{ [Index in keyof Operations]: Awaited<Operations[Index]> }>
}

export type Readiness = { ok: true } | { ok: false; reason: string }

export type Database = {
  prisma: SafePrismaClient
  engine: 'sqlite' | 'postgresql'
  /**
   * Reads a table, and on SQLite proves that a write lock can be had within the busy timeout, so that a server
   * that can only read is not called ready. A reason is one sentence.
   */
  check(): Promise<Readiness>
  close(): Promise<void>
}

/** Milliseconds that a transaction may wait for its turn, and then take. A list of operations is far quicker. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

/** Milliseconds that a request waits for a connection to PostgreSQL. */
const connectionTimeoutMillis = 5000

/**
 * Opens the database that a DATABASE_URL names. The folder of an SQLite file is created; tables are not: see
 * `applyMigrations`. Rejects with `DatabaseUnavailable` when the database cannot be used.
 */
export async function openDatabase(url: string): Promise<Database> {
  const read = readDatabaseUrl(url)
  if (!read.ok) throw new DatabaseUnavailable(read.reason)
  const { address } = read
  return address.engine === 'sqlite' ? openSqlite(address.file) : openPostgresql(address.url, address.place)
}

async function openSqlite(file: string): Promise<Database> {
  const { PrismaClient } = await import('#prisma/generated/sqlite/client.ts')
  const prisma = new PrismaClient({ adapter: sqliteAdapterFactory(file), transactionOptions })
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await prisma.$connect()
  } catch (error) {
    throw explainSqliteFailure(file, error)
  }
  return {
    prisma: refuseFunctions(prisma),
    engine: 'sqlite',
    async check() {
      const readable = await checkReading(prisma)
      if (!readable.ok) return readable
      try {
        if (await canLockForWriting(file)) return { ok: true }
        return {
          ok: false,
          reason: 'Another process keeps the database locked, so that nothing can be written.',
        }
      } catch (error) {
        return { ok: false, reason: explainSqliteFailure(file, error).message }
      }
    },
    close: () => prisma.$disconnect(),
  }
}

async function openPostgresql(url: string, place: string): Promise<Database> {
  const { PrismaClient: PostgresqlClient } = await import('#prisma/generated/postgresql/client.ts')
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw explainPostgresqlFailure(place, error)
  }
  const client = new PostgresqlClient({ adapter: new PrismaPg(pool), transactionOptions })
  // The two clients are generated from the same models, which a test compares; only their SQL differs, and the
  // few filters of PostgreSQL that the other type lacks are thereby out of reach.
  const prisma = client as unknown as PrismaClient
  return {
    prisma: refuseFunctions(prisma),
    engine: 'postgresql',
    check: () => checkReading(prisma),
    async close() {
      await prisma.$disconnect()
      if (!pool.ending) await pool.end()
    },
  }
}

async function checkReading(prisma: PrismaClient): Promise<Readiness> {
  try {
    await prisma.user.findFirst({ select: { id: true }, orderBy: { id: 'asc' } })
    return { ok: true }
  } catch {
    return {
      ok: false,
      reason: 'The database cannot be read: it is out of reach, or its tables are missing.',
    }
  }
}

/** The type forbids a function already; this stops the call that got past it through a cast or plain JavaScript. */
function refuseFunctions(prisma: PrismaClient): SafePrismaClient {
  const transaction = prisma.$transaction.bind(prisma)
  return Object.assign(prisma, {
    $transaction<Operations extends PrismaTypes.PrismaPromise<unknown>[]>(operations: [...Operations]) {
      if (Array.isArray(operations)) return transaction(operations)
      throw new TypeError('A transaction is a list of operations: see SafePrismaClient')
    },
  })
}

// Kept on the global object: the development server evaluates this module again after an edit, and must not
// open the file a second time.
const holder = globalThis as { zagoreDatabase?: { url: string; database: Database } }

/**
 * Opens the database of this process, for `database()`. Asked again with the same address, it gives the one that
 * is open; another address is a mistake until that one was closed. A reason is one sentence.
 */
export async function connectDatabase(
  url: string,
): Promise<{ ok: true; database: Database } | { ok: false; reason: string }> {
  const held = holder.zagoreDatabase
  if (held !== undefined) {
    if (held.url !== url) throw new Error('This process has another database open')
    return { ok: true, database: held.database }
  }
  try {
    const opened = await openDatabase(url)
    const database = {
      ...opened,
      async close() {
        delete holder.zagoreDatabase
        await opened.close()
      },
    }
    holder.zagoreDatabase = { url, database }
    return { ok: true, database }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return { ok: false, reason: error.message }
    throw error
  }
}

/** The database of this process. The server's start, and every command, has awaited `connectDatabase` before. */
export function database(): Database {
  if (holder.zagoreDatabase === undefined) throw new Error('connectDatabase() was not awaited')
  return holder.zagoreDatabase.database
}
