import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { describe, expect, inject, test, vi } from 'vitest'
import { type OtherProcess, startProcess } from '#tests/setup/other-process.ts'
import {
  describeOnBothDatabases,
  describeOnSqlite,
  emptyPostgresql,
  emptySqlite,
} from '#tests/setup/with-databases.ts'
import { isBusy, isUniqueViolation } from './database-errors.ts'
import { connectDatabase, database, openDatabase, type SafePrismaClient } from './db.server.ts'
import { canLockForWriting } from './sqlite-write-lock.server.ts'

const createdAt = new Date('2026-03-01T08:30:00.123Z')

function user(id: string) {
  return { id, email: `${id}@example.org`, name: id, passwordHash: 'none', createdAt }
}

async function idsOf(prisma: SafePrismaClient): Promise<string[]> {
  const rows = await prisma.user.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

async function outcomesOf(operations: Promise<unknown>[]) {
  const settled = await Promise.allSettled(operations)
  return {
    done: settled.filter(({ status }) => status === 'fulfilled').length,
    errors: settled.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason as unknown] : [])),
  }
}

describeOnBothDatabases('the database', context => {
  test('a write that was acknowledged survives the transactions of other requests that roll back', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: user('taken') })
    const acknowledged: string[] = []
    const failures: unknown[] = []
    const others: Promise<unknown>[] = []
    for (let round = 0; round < 25; round++) {
      const list = prisma.$transaction([
        prisma.user.create({ data: user(`listed-${round}`) }),
        prisma.user.findMany({ orderBy: { id: 'asc' } }),
        prisma.user.create({ data: user('taken') }),
      ])
      const nested = prisma.user.create({
        data: {
          ...user(`nested-${round}`),
          sessions: {
            create: [
              { id: 'same', expiresAt: createdAt },
              { id: 'same', expiresAt: createdAt },
            ],
          },
        },
      })
      others.push(...[list, nested].map(failing => failing.catch((error: unknown) => failures.push(error))))
      const id = `plain-${String(round).padStart(2, '0')}`
      others.push(prisma.user.create({ data: user(id) }).then(() => acknowledged.push(id)))
      // Lets the three get into one another's way at another point in every round.
      for (let turn = 0; turn < round; turn++) await Promise.resolve()
    }
    await Promise.all(others)
    expect(failures).toHaveLength(50)
    expect(failures.every(isUniqueViolation)).toBe(true)
    expect(acknowledged).toHaveLength(25)
    expect(await idsOf(prisma)).toEqual([...acknowledged, 'taken'].sort())
  })

  test('nobody reads what a transaction has not committed', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: user('taken') })
    const failing: Promise<boolean>[] = []
    const readings: Promise<string[]>[] = []
    for (let round = 0; round < 25; round++) {
      const list = prisma.$transaction([
        prisma.user.create({ data: user(`hidden-${round}`) }),
        prisma.user.count(),
        prisma.user.create({ data: user('taken') }),
      ])
      failing.push(list.then(() => false, isUniqueViolation))
      readings.push(idsOf(prisma))
      for (let turn = 0; turn < round; turn++) await Promise.resolve()
    }
    expect(await Promise.all(failing)).toEqual(Array.from({ length: 25 }, () => true))
    expect(await Promise.all(readings)).toEqual(Array.from({ length: 25 }, () => ['taken']))
  })

  test('a transaction with a function is refused and writes nothing', async () => {
    const { prisma } = context.database()
    const interactive = async (inner: SafePrismaClient) => inner.user.create({ data: user('inner') })
    // @ts-expect-error the type offers only the list
    expect(() => prisma.$transaction(interactive)).toThrow('list of operations')
    expect(await idsOf(prisma)).toEqual([])
  })

  test('a list of operations gives its results in order', async () => {
    const { prisma } = context.database()
    const [created, count] = await prisma.$transaction([
      prisma.user.create({ data: user('a') }),
      prisma.user.count(),
    ])
    expect([created.id, count]).toEqual(['a', 1])
  })

  test('of twenty that create the same row one succeeds and the others lose to the unique key', async () => {
    const { prisma } = context.database()
    const { done, errors } = await outcomesOf(
      Array.from({ length: 20 }, () => prisma.user.create({ data: user('race') })),
    )
    expect(done).toBe(1)
    expect(errors.map(isUniqueViolation)).toEqual(Array.from({ length: 19 }, () => true))
    expect(errors.some(isBusy)).toBe(false)
  })

  test('twenty that create or update the same row all succeed', async () => {
    const { prisma } = context.database()
    const upsert = () =>
      prisma.user.upsert({ where: { id: 'race' }, create: user('race'), update: { name: 'again' } })
    expect((await outcomesOf(Array.from({ length: 20 }, upsert))).done).toBe(20)
    expect(await idsOf(prisma)).toEqual(['race'])
  })

  test('twenty that count upwards at once count every time', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: { ...user('a'), enrolments: { create: enrolment } } })
    const where = { userId_courseId: { userId: 'a', courseId: 'c' } }
    await Promise.all(
      Array.from({ length: 20 }, () =>
        prisma.enrolment.update({ where, data: { edition: { increment: 1 } } }),
      ),
    )
    expect((await prisma.enrolment.findUnique({ where }))?.edition).toBe(21)
  })

  test('a unique violation of raw SQL is recognised too', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: user('a') })
    const { errors } = await outcomesOf([
      prisma.$executeRaw`INSERT INTO "User" ("id", "email", "name", "passwordHash", "createdAt")
        SELECT "id", "email", "name", "passwordHash", "createdAt" FROM "User"`,
    ])
    expect(errors.map(isUniqueViolation)).toEqual([true])
  })

  test('dates keep their milliseconds and bytes their value', async () => {
    const { prisma } = context.database()
    const pdf = Uint8Array.from([0, 1, 127, 128, 255])
    await prisma.certificate.create({
      data: {
        id: 'c',
        courseId: 'c',
        edition: 1,
        sequence: 1,
        snapshot: '{}',
        pdf,
        pdfSha256: '',
        issuedAt: createdAt,
      },
    })
    const read = await prisma.certificate.findUnique({ where: { id: 'c' } })
    expect(read?.issuedAt).toEqual(createdAt)
    expect(Buffer.from(read?.pdf ?? []).equals(pdf)).toBe(true)
  })

  test('what belongs to a person goes with the person, and a certificate stays', async () => {
    const { prisma } = context.database()
    await prisma.user.create({
      data: {
        ...user('a'),
        sessions: { create: { id: 's', expiresAt: createdAt } },
        certificates: {
          create: {
            id: 'c',
            courseId: 'c',
            edition: 1,
            sequence: 1,
            snapshot: '{}',
            pdf: new Uint8Array(),
            pdfSha256: '',
            issuedAt: createdAt,
          },
        },
      },
    })
    await prisma.user.delete({ where: { id: 'a' } })
    expect(await prisma.session.count()).toBe(0)
    expect((await prisma.certificate.findUnique({ where: { id: 'c' } }))?.userId).toBeNull()
  })

  test('is ready', async () => {
    expect(await context.database().check()).toEqual({ ok: true })
  })

  test('is the same one after its module was evaluated again', async () => {
    vi.resetModules()
    const again = await import('./db.server.ts')
    expect(again.database).not.toBe(database)
    expect(again.database()).toBe(context.database())
    expect(await again.connectDatabase(context.url())).toEqual({ ok: true, database: context.database() })
  })

  test('another database is not opened beside it by mistake', async () => {
    await expect(connectDatabase('file:./other.db')).rejects.toThrow('another database')
  })
})

const enrolment = { courseId: 'c', edition: 1, enrolledAt: createdAt }

describe.each([
  ['SQLite', emptySqlite],
  ['PostgreSQL', emptyPostgresql],
])('a database without tables (on %s)', (_label, empty) => {
  test('is not ready', async () => {
    const scratch = await empty()
    const opened = await openDatabase(scratch.url)
    expect(await opened.check()).toEqual({ ok: false, reason: expect.stringContaining('cannot be read') })
    await opened.close()
    await scratch.remove()
  })
})

const holdLock = `
  import Sqlite from 'better-sqlite3'
  const connection = new Sqlite(process.argv[1])
  connection.exec('BEGIN IMMEDIATE')
  connection.prepare(\`INSERT INTO "Session" VALUES ('theirs', 'a', 0)\`).run()
  console.log('locked')
  for await (const command of process.stdin) {
    // Ends the transaction after the asker has begun to wait: it cannot say so while it waits.
    if (String(command) === 'soon\\n') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    connection.exec('COMMIT')
    break
  }
  connection.close()
  process.stdin.destroy()
`

describeOnSqlite('the file', context => {
  const file = () => context.url().slice('file:'.length)

  async function lockElsewhere(): Promise<OtherProcess> {
    await context.database().prisma.user.create({ data: user('a') })
    const other = startProcess(holdLock, file())
    expect(await other.nextLine()).toBe('locked')
    return other
  }

  test('is opened with every pragma, on every connection', async () => {
    for (const opened of [context.database(), await openDatabase(context.url())]) {
      const read = async (name: string) =>
        Object.values(
          (await opened.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {},
        )[0]
      expect(await read('journal_mode')).toBe('wal')
      expect(Number(await read('synchronous'))).toBe(2)
      expect(Number(await read('foreign_keys'))).toBe(1)
      expect(Number(await read('busy_timeout'))).toBe(5000)
      await opened.close()
    }
  })

  test('lets a request wait for the lock of another process, and then work', async () => {
    const other = await lockElsewhere()
    const { prisma } = context.database()
    other.send('soon')
    await prisma.session.create({ data: { id: 'ours', userId: 'a', expiresAt: createdAt } })
    // Theirs was committed first: without waiting, ours would have failed.
    expect(await prisma.session.count()).toBe(2)
    await other.ended()
  })

  test('is not ready while another process keeps it locked, and reading goes on meanwhile', async () => {
    const other = await lockElsewhere()
    expect(await canLockForWriting(file(), 100)).toBe(false)
    const checked = context.database().check()
    expect(await context.database().prisma.session.count()).toBe(0)
    other.send('now')
    expect(await checked).toEqual({ ok: true })
    await other.ended()
  })

  test('reports a lock that outlasts the timeout as busy', async () => {
    const { prisma } = context.database()
    const other = await lockElsewhere()
    await prisma.$queryRawUnsafe('PRAGMA busy_timeout = 10')
    const { errors } = await outcomesOf([
      prisma.user.create({ data: user('b') }),
      prisma.$transaction([prisma.user.create({ data: user('c') }), prisma.user.count()]),
      prisma.$executeRaw`DELETE FROM "User"`,
    ])
    expect(errors.map(isBusy)).toEqual([true, true, true])
    other.send('now')
    await other.ended()
    // The failed transaction keeps nobody out.
    await prisma.$transaction([prisma.user.create({ data: user('d') })])
    expect(await idsOf(prisma)).toEqual(['a', 'd'])
  })

  test('keeps nothing of a transaction whose very commit fails, and works on', async () => {
    const { prisma } = context.database()
    const { errors } = await outcomesOf([
      prisma.$transaction([
        prisma.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON'),
        prisma.user.create({ data: user('lost') }),
        prisma.session.create({ data: { id: 's', userId: 'nobody', expiresAt: createdAt } }),
      ]),
    ])
    expect(errors).toHaveLength(1)
    await prisma.user.create({ data: user('kept') })
    const other = await openDatabase(context.url())
    expect(await idsOf(other.prisma)).toEqual(['kept'])
    await other.close()
  })

  test('lets a transaction that reads before it writes work beside another process that writes', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: user('a') })
    const other = startProcess(
      `
      import Sqlite from 'better-sqlite3'
      const connection = new Sqlite(process.argv[1])
      const insert = connection.prepare(\`INSERT INTO "Session" VALUES (?, 'a', 0)\`)
      console.log('ready')
      for (let n = 0; n < 400; n++) insert.run('theirs-' + n)
      connection.close()
    `,
      file(),
    )
    await other.nextLine()
    let ended = false
    const end = other.ended().finally(() => {
      ended = true
    })
    let ours = 0
    while (!ended) {
      const data = { id: `ours-${ours++}`, userId: 'a', expiresAt: createdAt }
      await prisma.$transaction([prisma.session.count(), prisma.session.create({ data })])
      // Nothing on SQLite waits for an event, so that this loop would never hear of the end.
      await nextTurn()
    }
    await end
    expect(ours).toBeGreaterThan(1)
    expect(await prisma.session.count()).toBe(400 + ours)
  })
})

describe('a database that cannot be used', () => {
  const server = () => new URL(inject('postgresqlServer'))

  async function reasonFor(url: string): Promise<string> {
    const connected = await connectDatabase(url)
    if (!connected.ok) return connected.reason
    await connected.database.close()
    return 'opened'
  }

  test('is explained in one sentence for a file', async () => {
    const scratch = await emptySqlite()
    const text = path.join(path.dirname(scratch.url.slice('file:'.length)), 'notes.txt')
    await writeFile(
      text,
      'This is a text and no database, long enough to be more than the head of a file. '.repeat(9),
    )
    expect(await reasonFor(`file:${text}`)).toBe(
      `DATABASE_URL names ${text}, which is not a sound SQLite database: name another file, or put a backup in its place.`,
    )
    expect(await reasonFor(`file:${text}/academy.db`)).toContain('a part of that path is a file')
    expect(await reasonFor(`file:${path.dirname(text)}`)).toContain('it must be a file')
    await scratch.remove()
  })

  test('is explained in one sentence for a server, without the password', async () => {
    const closed = server()
    closed.port = '1'
    const stranger = server()
    stranger.password = 'wrong-secret'
    const missing = server()
    missing.pathname = '/nowhere'
    expect(await reasonFor(closed.href)).toContain('where nothing answers: start the server')
    expect(await reasonFor(stranger.href)).toContain('refuses this name and password')
    expect(await reasonFor(missing.href)).toContain('that database does not exist: create it')
    for (const url of [closed, stranger, missing]) {
      const reason = await reasonFor(url.href)
      expect(reason).toMatch(/^DATABASE_URL .+\.$/)
      expect(reason).not.toContain(url.password)
    }
  })

  test('is explained in one sentence for an address of another kind', async () => {
    expect(await reasonFor('mysql://localhost/academy')).toMatch(/^DATABASE_URL must begin with .+\.$/)
  })

  test('leaves the process free to try again', async () => {
    const scratch = await emptySqlite()
    expect(await reasonFor('file:')).toContain('must name a file')
    expect(await reasonFor(scratch.url)).toBe('opened')
    expect(() => database()).toThrow('connectDatabase')
    await scratch.remove()
  })
})

test('a lock is asked for without making a file', async () => {
  const scratch = await emptySqlite()
  const file = scratch.url.slice('file:'.length)
  await expect(canLockForWriting(file, 0)).rejects.toThrow(Sqlite.SqliteError)
  await scratch.remove()
})
