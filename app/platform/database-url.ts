import path from 'node:path'

export type DatabaseAddress =
  | { engine: 'sqlite'; file: string }
  | {
      engine: 'postgresql'
      url: string
      /** Host, port and database: what a message may show. The user's name and password stay out. */
      place: string
    }

/**
 * Reads DATABASE_URL: `file:` with a path, which is taken from the working directory when it is relative, or
 * `postgresql://`. A reason is one sentence that never repeats a password.
 */
export function readDatabaseUrl(
  url: string,
): { ok: true; address: DatabaseAddress } | { ok: false; reason: string } {
  if (url.startsWith('file:')) return readFileUrl(url.slice('file:'.length))
  if (/^postgres(ql)?:\/\//.test(url)) return readServerUrl(url)
  return refuse('must begin with file: for SQLite or with postgresql:// for PostgreSQL')
}

function readFileUrl(file: string): ReturnType<typeof readDatabaseUrl> {
  if (file === '' || file === ':memory:')
    return refuse('must name a file, for example file:./data/academy.db')
  // SQLite would take the question mark as part of the file's name and quietly begin an empty database there.
  if (file.includes('?')) return refuse('names a file, and a file takes no ?options: remove them')
  return { ok: true, address: { engine: 'sqlite', file: path.resolve(file) } }
}

function readServerUrl(url: string): ReturnType<typeof readDatabaseUrl> {
  if (!URL.canParse(url)) {
    return refuse(
      'is not a valid address: write signs such as @ / : # in the password as percent codes (@ is %40)',
    )
  }
  const { host, pathname, searchParams } = new URL(url)
  if (pathname.length < 2) return refuse('must name a database, for example postgresql://user@host/academy')
  // The driver ignores the parameter, so that the tables would be looked for in another schema than asked.
  if ((searchParams.get('schema') ?? 'public') !== 'public') {
    return refuse('asks for a schema other than public: give the academy a database of its own instead')
  }
  return { ok: true, address: { engine: 'postgresql', url, place: `${host}${pathname}` } }
}

function refuse(problem: string): { ok: false; reason: string } {
  return { ok: false, reason: `DATABASE_URL ${problem}.` }
}
