import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import { openDerivedDatabase } from '#app/platform/sqlite-derived.server.ts'
import { storedLessons } from './compiled-lessons.server.ts'
import type { LessonCache } from './lesson-cache.server.ts'
import { loadCatalogue } from './load-catalogue.server.ts'
import { programFingerprint } from './program-fingerprint.server.ts'
import { sampleFigure, sampleLesson } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const second = {
  'courses/passwords/020-second/lesson.bg.md': sampleLesson,
  'courses/passwords/020-second/lesson.en.md': sampleLesson.replace('## Първо', '### Първо'),
  'courses/passwords/020-second/plan.svg': sampleFigure,
}
const first = 'courses/passwords/010-first'

beforeEach(() => {
  startLog('silent')
})

/** A cache that counts what it could give, and what had to be compiled. */
function counted(cache: LessonCache) {
  const counts = { found: 0, compiled: 0 }
  const counting: LessonCache = {
    ...cache,
    find: (folder, key) => {
      const found = cache.find(folder, key)
      if (found !== null) counts.found += 1
      return found
    },
    keep: (folder, key, compiled) => {
      counts.compiled += 1
      cache.keep(folder, key, compiled)
    },
  }
  return { counting, counts }
}

/** Loads as a process that has just started does. */
function start(folder: string, file: string, program = 'program') {
  const { counting, counts } = counted(storedLessons(file, program))
  const loaded = loadCatalogue(folder, { cache: counting })
  return { ...counts, loaded }
}

function content() {
  const folder = temporaryContent(second)
  return { folder, file: join(folder, 'data/compiled-lessons.db') }
}

describe('compiled lessons on disk', () => {
  it('are the same at the next start, broken ones with their diagnostics too', () => {
    const { folder, file } = content()
    const cold = start(folder, file)
    const warm = start(folder, file)
    expect([cold.found, cold.compiled, warm.found, warm.compiled]).toEqual([0, 2, 2, 0])
    expect(warm.loaded.diagnostics).toEqual(cold.loaded.diagnostics)
    expect(warm.loaded.diagnostics.map(({ code }) => code)).toEqual(['heading-skipped'])
    expect(warm.loaded.catalogue.courses).toEqual(cold.loaded.catalogue.courses)
    expect(warm.loaded.catalogue.answerKey('passwords', 'first', 'q-text')).toEqual(
      cold.loaded.catalogue.answerKey('passwords', 'first', 'q-text'),
    )
    expect(warm.loaded.catalogue.answerKey('passwords', 'first', 'q-text')).not.toBeNull()
  })

  it('are the very same objects within one process', () => {
    const { folder, file } = content()
    start(folder, file)
    const cache = storedLessons(file, 'program')
    const texts = () => loadCatalogue(folder, { cache }).catalogue.findLesson('passwords', 'first')?.texts
    expect(texts()).toBe(texts())
  })

  it('are compiled again when something that went into them changed, each by itself', () => {
    const { folder, file } = content()
    start(folder, file)
    saveContent(folder, `${first}/lesson.bg.md`, sampleLesson.replace('title: Пароли', 'title: Ключове'))
    const { found, compiled, loaded } = start(folder, file)
    expect([found, compiled]).toEqual([1, 1])
    expect(loaded.catalogue.findLesson('passwords', 'first')?.texts.bg.title).toBe('Ключове')
  })

  it('are not taken over from another program', () => {
    const { folder, file } = content()
    start(folder, file)
    expect(start(folder, file, 'other').found).toBe(0)
  })

  it('of lessons that are gone are forgotten', () => {
    const { folder, file } = content()
    start(folder, file)
    rmSync(join(folder, 'courses/passwords/020-second'), { recursive: true })
    start(folder, file)
    const database = openDerivedDatabase({ file, format: 1, create: () => {} })
    const folders = database.prepare('SELECT folder FROM lesson').pluck().all()
    database.close()
    expect(folders).toEqual([first])
  })

  it.each<[string, (file: string) => void]>([
    ['deleted', file => rmSync(file)],
    ['emptied', file => writeFileSync(file, '')],
    [
      'overwritten with something else',
      file => writeFileSync(file, 'not a database, but long enough to be one'.repeat(99)),
    ],
    ['cut in the middle', file => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    [
      'changed in the values',
      file => {
        const database = openDerivedDatabase({ file, format: 1, create: () => {} })
        database.exec("UPDATE lesson SET value = replace(value, 'x', 'y')")
        database.close()
      },
    ],
    [
      'made by another version',
      file => {
        rmSync(file)
        openDerivedDatabase({ file, format: 999, create: () => {} }).close()
      },
    ],
  ])('are made anew when the file was %s', (_, damage) => {
    const { folder, file } = content()
    const before = start(folder, file).loaded.catalogue.courses
    damage(file)
    const damaged = start(folder, file)
    expect(damaged.found).toBe(0)
    expect(damaged.loaded.catalogue.courses).toEqual(before)
    start(folder, file)
    expect(start(folder, file).found).toBe(2)
  })

  it.each<[string, (file: string) => void]>([
    ['a folder stands in its place', file => mkdirSync(file, { recursive: true })],
    ['a file stands in the place of its folder', file => writeFileSync(join(file, '..'), 'x')],
    [
      'the folder may not be written',
      file => {
        mkdirSync(join(file, '..'))
        chmodSync(join(file, '..'), 0o500)
      },
    ],
  ])('are missed by nobody when %s', (_, hinder) => {
    const { folder, file } = content()
    hinder(file)
    expect(start(folder, file).loaded.catalogue.courses).toHaveLength(1)
    expect(start(folder, file).loaded.catalogue.courses).toHaveLength(1)
  })

  it('are shared by processes that load at once', () => {
    const { folder, file } = content()
    const one = storedLessons(file, 'program')
    const other = storedLessons(file, 'program')
    for (const cache of [one, other, one]) {
      expect(loadCatalogue(folder, { cache }).catalogue.courses).toHaveLength(1)
    }
    expect(start(folder, file).found).toBe(2)
  })

  it('leave no file open between loads', () => {
    const { folder, file } = content()
    start(folder, file)
    expect(existsSync(file)).toBe(true)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})

it('the fingerprint of a program is the same while its files are', () => {
  expect(programFingerprint()).toMatch(/^[0-9a-f]{16}$/)
  expect(programFingerprint()).toBe(programFingerprint())
})
