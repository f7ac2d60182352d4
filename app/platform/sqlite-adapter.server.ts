import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'

/** Milliseconds that a statement waits for another process's lock. */
export const busyTimeout = 5000

/**
 * What every connection must have: WAL and FULL because the adapter's own default, journal `delete`, lost
 * acknowledged writes; foreign keys because SQLite leaves them off. https://www.sqlite.org/pragma.html
 */
const pragmas = [
  { name: 'busy_timeout', set: String(busyTimeout), expected: busyTimeout },
  { name: 'journal_mode', set: 'WAL', expected: 'wal' },
  { name: 'synchronous', set: 'FULL', expected: 2 },
  { name: 'foreign_keys', set: 'ON', expected: 1 },
] as const

/**
 * Prisma's adapter for one SQLite file, with two differences. Every connection that it opens gets the pragmas
 * above, and is refused when one of them did not take. And a transaction has the connection for itself: the
 * process shares one connection, so that another request's write would otherwise join an open transaction, be
 * acknowledged, and vanish with its rollback.
 */
export function sqliteAdapterFactory(file: string): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const connection = await factory.connect()
      try {
        await setPragmas(connection)
      } catch (error) {
        await connection.dispose()
        throw error
      }
      return withExclusiveTransactions(connection)
    },
  }
}

async function setPragmas(connection: SqlDriverAdapter): Promise<void> {
  for (const { name, set, expected } of pragmas) {
    await connection.executeScript(`PRAGMA ${name} = ${set}`)
    const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] })
    const actual = rows[0]?.[0]
    if (actual !== expected) {
      throw new Error(`SQLite answered ${String(actual)} for ${name} instead of ${expected}`)
    }
  }
}

function withExclusiveTransactions(connection: SqlDriverAdapter): SqlDriverAdapter {
  let transaction: Promise<void> | null = null

  /** Nothing may be awaited between the check and the work: a transaction could begin in between. */
  async function outsideTransactions<T>(work: () => Promise<T>): Promise<T> {
    while (transaction !== null) await transaction
    return work()
  }

  async function beginTransaction(): Promise<Transaction> {
    let release: () => void = () => {}
    transaction = new Promise(resolve => {
      release = () => {
        transaction = null
        resolve()
      }
    })
    try {
      // Not a plain BEGIN: a transaction that reads first and writes later fails at once, without waiting,
      // when another process wrote in between.
      await connection.executeScript('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    return openTransaction(connection, release)
  }

  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: query => outsideTransactions(() => connection.queryRaw(query)),
    executeRaw: query => outsideTransactions(() => connection.executeRaw(query)),
    executeScript: script => outsideTransactions(() => connection.executeScript(script)),
    // Every transaction of SQLite is serializable, whatever level was asked for.
    startTransaction: () => outsideTransactions(beginTransaction),
    dispose: () => connection.dispose(),
  }
}

function openTransaction(connection: SqlDriverAdapter, release: () => void): Transaction {
  let ended = false

  async function end(): Promise<void> {
    // A COMMIT that failed leaves the transaction open, and Prisma sends no ROLLBACK after it.
    try {
      if (!ended) await connection.executeScript('ROLLBACK')
    } catch {
      // SQLite had rolled it back already, as it does when the disk is full.
    } finally {
      release()
    }
  }

  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: query => connection.queryRaw(query),
    async executeRaw(query: SqlQuery) {
      const changes = await connection.executeRaw(query)
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') ended = true
      return changes
    },
    commit: end,
    rollback: end,
    createSavepoint: name => connection.executeScript(`SAVEPOINT ${name}`),
    rollbackToSavepoint: name => connection.executeScript(`ROLLBACK TO ${name}`),
    releaseSavepoint: name => connection.executeScript(`RELEASE SAVEPOINT ${name}`),
  }
}
