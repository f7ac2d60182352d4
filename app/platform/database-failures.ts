import { DatabaseUnavailable } from './database-errors.ts'

/** Turns a failure to open an SQLite file into one sentence that says what to do. */
export function explainSqliteFailure(file: string, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(`DATABASE_URL names ${file}, ${sqliteProblem(error)}.`)
}

function sqliteProblem(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return 'where the server may not write: give its account the right to write to the file and its folder'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'but a part of that path is a file, not a folder: choose another place'
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_CANTOPEN_ISDIR':
      return 'which cannot be opened: it must be a file, in a folder where the server may write'
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'which is not a sound SQLite database: name another file, or put a backup in its place'
    case 'SQLITE_BUSY':
      return 'which another process keeps locked: end that process, or wait until it is done'
    default:
      return `which cannot be used: ${firstLineOf(error)}`
  }
}

/**
 * Turns a failure to reach PostgreSQL into one sentence that says what to do.
 * @param place host, port and database, without a password. Codes of the server:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function explainPostgresqlFailure(place: string, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(`DATABASE_URL names PostgreSQL at ${place}, ${postgresqlProblem(error)}.`)
}

function postgresqlProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return 'where nothing answers: start the server, or correct the host and the port'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'a host that no name server knows: correct the host'
    case '28P01':
    case '28000':
      return 'which refuses this name and password: correct them, or allow this account in pg_hba.conf'
    case '3D000':
      return 'where that database does not exist: create it, or correct its name'
    case '42501':
      return 'where this account lacks rights: make it the owner of the database'
    case '53300':
      return 'which has no connection left: allow more connections, or run fewer processes'
    default:
      return `which cannot be used: ${firstLineOf(error)}`
  }
}

/** The code of Node, of better-sqlite3 or pg, or the one that Prisma's adapter keeps in the cause. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string') return code
  const cause: unknown = Reflect.get(error, 'cause')
  if (typeof cause !== 'object' || cause === null) return undefined
  if (Reflect.get(cause, 'kind') === 'SocketTimeout') return 'SQLITE_BUSY'
  const original: unknown = Reflect.get(cause, 'originalCode')
  return typeof original === 'string' ? original : undefined
}

function firstLineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.trim().split('\n')[0]?.replace(/\.$/, '') ?? 'the reason is unknown'
}
