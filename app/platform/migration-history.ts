/** One folder of migrations, as it is on disk. */
export type Migration = { name: string; sql: string; checksum: string }

/** One row of `_prisma_migrations` that was not rolled back. */
export type MigrationRecord = { name: string; checksum: string; finished: boolean }

export type MigrationHistory = {
  applied: string[]
  /** In the folder, not in the database, in the order in which they are to be applied. */
  pending: string[]
  /** Applied, but the file has changed since. */
  edited: string[]
  /** Begun by another tool and never finished: a person has to look. */
  failed: string[]
  /** In the database, not in the folder: a newer version of the academy was here. */
  ahead: string[]
}

/** What a database has of the folder's migrations. Every list is in the order of the names. */
export function compareHistory(migrations: Migration[], records: MigrationRecord[]): MigrationHistory {
  const recorded = new Map(records.map(record => [record.name, record]))
  const known = new Set(migrations.map(({ name }) => name))
  const finished = migrations.filter(({ name }) => recorded.get(name)?.finished === true)
  return {
    applied: finished.map(({ name }) => name),
    pending: migrations.map(({ name }) => name).filter(name => !recorded.has(name)),
    edited: finished
      .filter(({ name, checksum }) => recorded.get(name)?.checksum !== checksum)
      .map(({ name }) => name),
    failed: records
      .filter(({ finished }) => !finished)
      .map(({ name }) => name)
      .sort(),
    ahead: records
      .map(({ name }) => name)
      .filter(name => !known.has(name))
      .sort(),
  }
}

/** Thrown inside the transaction of a migration, so that it rolls back; never leaves the platform. */
export class MigrationFailed extends Error {
  constructor(migration: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`Migration ${migration} failed and left the database as it was: ${reason}.`, { cause })
  }
}
