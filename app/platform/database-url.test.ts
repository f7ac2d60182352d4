import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDatabaseUrl } from './database-url.ts'

function reasonFor(url: string): string {
  const read = readDatabaseUrl(url)
  return read.ok ? 'accepted' : read.reason
}

describe('the address of the database', () => {
  test('a relative file is taken from the working directory', () => {
    expect(readDatabaseUrl('file:./data/academy.db')).toEqual({
      ok: true,
      address: { engine: 'sqlite', file: path.join(process.cwd(), 'data/academy.db') },
    })
  })

  test('an absolute file may be written with one slash or three', () => {
    for (const url of ['file:/srv/academy.db', 'file:///srv/academy.db']) {
      expect(readDatabaseUrl(url)).toEqual({
        ok: true,
        address: { engine: 'sqlite', file: '/srv/academy.db' },
      })
    }
  })

  test('what may be shown of a PostgreSQL address has neither name nor password', () => {
    const url = 'postgresql://academy:secret@db.example.org:5433/hub?sslmode=require'
    expect(readDatabaseUrl(url)).toEqual({
      ok: true,
      address: { engine: 'postgresql', url, place: 'db.example.org:5433/hub' },
    })
  })

  test.each([
    ['mysql://root:secret@localhost/academy', 'must begin with'],
    ['./data/academy.db', 'must begin with'],
    ['', 'must begin with'],
    ['file:', 'must name a file'],
    ['file::memory:', 'must name a file'],
    ['file:./academy.db?mode=ro', 'takes no ?options'],
    ['postgresql://academy:secret@localhost', 'must name a database'],
    ['postgresql://academy:secret@localhost:port/hub', 'not a valid address'],
    ['postgresql://academy:secret@localhost/hub?schema=other', 'schema other than public'],
  ])('%s is refused with a sentence that keeps the password', (url, problem) => {
    expect(reasonFor(url)).toMatch(/^DATABASE_URL .+\.$/)
    expect(reasonFor(url)).toContain(problem)
    expect(reasonFor(url)).not.toContain('secret')
  })

  test('the default schema may be named', () => {
    expect(reasonFor('postgres://academy@localhost/hub?schema=public')).toBe('accepted')
  })
})
