import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import type { Catalogue } from '../catalogue.ts'
import { loadCatalogue } from '../load-catalogue.server.ts'
import { sampleBody, sampleCourse, sampleCover, sampleFigure, sampleFrontMatter } from '../sample-content.ts'
import { temporaryContent } from '../temporary-content.server.ts'
import type { Viewer } from '../visibility.ts'
import { openIndexFile, storedDocuments } from './index-tables.server.ts'
import { searchCourses } from './search-courses.server.ts'
import { setSearchFolder } from './search-index.server.ts'

const stranger: Viewer = { role: null, demo: false }
const trainer: Viewer = { role: 'trainer', demo: false }

const bulgarian = `${sampleFrontMatter}${sampleBody}
## Ентропия на паролата

Мрежите пазят сигурността.

::: trainer
Тайнабележка за преподавателя.
:::

:::: exercise {#e-one}
Пребройте.

::: solution
Тайнорешение.
:::
::::
`
const english = `${sampleFrontMatter.replace('Пароли', 'Passwords').replace('Как се избира парола.', 'Choosing well.')}${sampleBody}
## Entropy

Networks keep security.

:::: exercise {#e-one}
Count.

::: solution
Hiddensolution.
:::
::::
`

const files = {
  'courses/passwords/010-first/lesson.bg.md': bulgarian,
  'courses/passwords/010-first/lesson.en.md': english,
}

/** The sample course once more under another name, with another status and a word of its own. */
function anotherCourse(id: string, status: string, word: string) {
  return {
    [`courses/${id}/course.yml`]: sampleCourse
      .replace('status: published', `status: ${status}`)
      .replace('Пароли', word),
    [`courses/${id}/cover.svg`]: sampleCover,
    [`courses/${id}/010-first/lesson.bg.md`]: `${sampleFrontMatter}${sampleBody}\n${word} в урок.\n`,
    [`courses/${id}/010-first/lesson.en.md`]: `${sampleFrontMatter}${sampleBody}`,
    [`courses/${id}/010-first/plan.svg`]: sampleFigure,
  }
}

function load(changes: Record<string, string> = {}): Catalogue {
  const { catalogue, diagnostics } = loadCatalogue(temporaryContent({ ...files, ...changes }))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return catalogue
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function find(catalogue: Catalogue, query: string, viewer = stranger, language: 'bg' | 'en' = 'bg') {
  return searchCourses(catalogue, { query, language, viewer, limit: 20 })
}

/** Language, page and place of every hit. */
function placesOf(catalogue: Catalogue, query: string, viewer = stranger, language: 'bg' | 'en' = 'bg') {
  return find(catalogue, query, viewer, language).hits.map(
    hit =>
      `${hit.language} ${hit.id}/${hit.lesson?.id ?? hit.kind}${hit.anchor === null ? '' : `#${hit.anchor}`}`,
  )
}

beforeEach(() => {
  startLog('silent')
  setSearchFolder(null)
})

describe('searching', () => {
  it.each(['сигурността', 'сигурност', 'sigurnost', 'сигурнсот', 'irhw,kfij', 'СИГУРНОСТ', 'сигурно'])(
    'finds the section of a lesson for „%s“',
    query => {
      expect(placesOf(load(), query)).toEqual(['bg passwords/first#h-entropia-na-parolata'])
    },
  )

  it('marks in the text as it is written', () => {
    const { snippet } = find(load(), 'mreji').hits[0] ?? {}
    expect(snippet?.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['Мрежите'])
  })

  it('says what it looked for in place of what was typed', () => {
    const catalogue = load()
    expect(find(catalogue, 'sigurnost').instead).toEqual([{ typed: 'sigurnost', shown: 'сигурност' }])
    expect(find(catalogue, 'сигурнсот').instead).toEqual([{ typed: 'сигурнсот', shown: 'сигурността' }])
    expect(find(catalogue, 'сигурност').instead).toEqual([])
  })

  it("puts the reader's language first and every page once", () => {
    const catalogue = load()
    expect(placesOf(catalogue, 'passwords')).toEqual(['en passwords/first', 'en passwords/course'])
    expect(placesOf(catalogue, 'SSH | Secure')).toEqual([])
    const both = load({
      'courses/passwords/010-first/lesson.bg.md': `${bulgarian}\nПишете ssh.\n`,
      'courses/passwords/010-first/lesson.en.md': `${english}\nType ssh.\n`,
    })
    expect(placesOf(both, 'ssh')).toEqual(['bg passwords/first#h-entropia-na-parolata'])
    expect(placesOf(both, 'ssh', stranger, 'en')).toEqual(['en passwords/first#h-entropy'])
  })

  it('finds words of the title and of a section together, and some of the words when no place has all', () => {
    const catalogue = load()
    expect(placesOf(catalogue, 'пароли мрежи')[0]).toBe('bg passwords/first#h-entropia-na-parolata')
    expect(find(catalogue, 'мрежи увод').everyWord).toBe(false)
    expect(placesOf(catalogue, 'мрежи увод')).toHaveLength(1)
  })

  it('leads to the beginning of a page whose title alone holds the word', () => {
    const [hit] = find(load(), 'passwords').hits
    expect([hit?.anchor, hit?.heading.text, hit?.otherPlaces]).toEqual([null, '', 0])
  })

  it('finds terms by their other names and by their names in the other language', () => {
    const catalogue = load({
      'glossary.yml': `mfa:
  term: { bg: "втори фактор", en: "second factor" }
  definition: { bg: "Нещо освен паролата.", en: "Something besides the password." }
  also: { bg: [двуфакторно удостоверяване], en: [] }
`,
    })
    expect(placesOf(catalogue, 'двуфакторното')).toEqual(['bg mfa/term'])
    expect(placesOf(catalogue, 'second factor')).toEqual(['bg mfa/term'])
  })

  it('never throws, whatever is typed', () => {
    const catalogue = load()
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({ unit: fc.constantFrom(...'паролаmrejиAND"*():^-+{} '), maxLength: 40 }),
        ),
        query => {
          expect(find(catalogue, query).hits.length).toBeLessThanOrEqual(20)
        },
      ),
    )
  }, 30_000)
})

describe('what a reader may not see', () => {
  it.each(['тайнабележка', 'тайнорешение', 'пребройте знаците', 'обяснение', 'дължината', 'устойчива'])(
    'is not found: %s',
    query => {
      const { hits } = find(load(), query, { role: 'admin', demo: true })
      expect(hits.filter(({ snippet }) => /Тайн|знаците|Обяснение|побеждава/.test(snippet.text))).toEqual([])
    },
  )

  it.each(['draft', 'retired'])('is a course that is %s, for anybody', status => {
    const catalogue = load(anotherCourse('other', status, 'Лалугер'))
    expect(placesOf(catalogue, 'лалугер', { role: 'admin', demo: true })).toEqual([])
  })

  it('is a demonstration, unless one teaches or the academy is one', () => {
    const catalogue = load(anotherCourse('other', 'demo', 'Лалугер'))
    expect(placesOf(catalogue, 'лалугер')).toEqual([])
    expect(placesOf(catalogue, 'лалугер', { role: 'learner', demo: false })).toEqual([])
    expect(placesOf(catalogue, 'лалугер', trainer)).toHaveLength(2)
    expect(placesOf(catalogue, 'лалугер', { role: null, demo: true })).toHaveLength(2)
    // Nor by the mark that such rows carry.
    expect(placesOf(catalogue, 'demo')).toEqual([])
  })
})

describe('the index on disk', () => {
  it('follows a lesson that was changed, added or removed', () => {
    const folder = temporaryFolder()
    setSearchFolder(folder)
    expect(placesOf(load(), 'лалугер')).toEqual([])
    const added = load(anotherCourse('other', 'published', 'Лалугер'))
    expect(placesOf(added, 'лалугер')).toHaveLength(2)
    expect(placesOf(load(), 'лалугер')).toEqual([])
    expect(placesOf(load(), 'лалугар')).toEqual([])
  })

  it('forgets a word when its last place is gone', () => {
    expect(find(load(anotherCourse('other', 'published', 'Лалугер')), 'лалугер').instead).toEqual([])
    const { hits, instead } = find(load(anotherCourse('other', 'published', 'Лалугир')), 'лалугер')
    expect(hits).toHaveLength(2)
    expect(instead).toEqual([{ typed: 'лалугер', shown: 'лалугир' }])
  })

  it('is written only where something has changed', () => {
    const folder = temporaryFolder()
    setSearchFolder(folder)
    find(load(), 'парола')
    const before = storedDocuments(openIndexFile(folder))
    setSearchFolder(folder)
    find(load(), 'парола')
    expect(storedDocuments(openIndexFile(folder))).toEqual(before)
    find(load({ 'courses/passwords/010-first/lesson.en.md': `${english}\nMore.\n` }), 'парола')
    const after = storedDocuments(openIndexFile(folder))
    const changed = [...after].filter(([key, { hash }]) => before.get(key)?.hash !== hash)
    expect(changed.map(([key]) => key)).toEqual(['en/lesson/passwords/first'])
  })

  it.each([
    ['no database at all', 'this is no database'.repeat(400)],
    ['empty', ''],
  ])('is built anew when its file is %s', (_, content) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'search-index.db'), content)
    setSearchFolder(folder)
    expect(placesOf(load(), 'сигурност')).toHaveLength(1)
    expect(storedDocuments(openIndexFile(folder)).size).toBeGreaterThan(0)
  })

  it('is built anew when its file is of another format', () => {
    const folder = temporaryFolder()
    const old = openIndexFile(folder)
    old.exec('DROP TABLE document')
    old.pragma('user_version = 999')
    old.close()
    setSearchFolder(folder)
    expect(placesOf(load(), 'сигурност')).toHaveLength(1)
  })

  it('is built anew when a part of its file was overwritten', () => {
    const folder = temporaryFolder()
    setSearchFolder(folder)
    const catalogue = load()
    expect(placesOf(catalogue, 'сигурност')).toHaveLength(1)
    setSearchFolder(null)
    const file = join(folder, 'search-index.db')
    const bytes = readFileSync(file)
    // The first page, with all that makes it a database of ours, stays whole.
    writeFileSync(file, bytes.fill(0xff, 4096))
    setSearchFolder(folder)
    expect(placesOf(catalogue, 'сигурност')).toHaveLength(1)
    setSearchFolder(null)
    expect(storedDocuments(openIndexFile(folder)).size).toBeGreaterThan(0)
  })

  it('lives in memory where no file can be written', () => {
    const folder = temporaryFolder()
    const blocked = join(folder, 'blocked')
    writeFileSync(blocked, 'a file where a folder should be')
    setSearchFolder(blocked)
    expect(placesOf(load(), 'сигурност')).toHaveLength(1)
  })

  it('answers from what another process has written, without taking it back', () => {
    const folder = temporaryFolder()
    setSearchFolder(folder)
    const catalogue = load()
    expect(placesOf(catalogue, 'сигурност')).toHaveLength(1)
    const other = openIndexFile(folder)
    other.exec("DELETE FROM document WHERE key = 'bg/lesson/passwords/first'")
    expect(placesOf(catalogue, 'сигурността')).toEqual([])
    other.close()
  })

  it('may be deleted at any time', () => {
    const folder = temporaryFolder()
    setSearchFolder(folder)
    const catalogue = load()
    expect(placesOf(catalogue, 'сигурност')).toHaveLength(1)
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    expect(placesOf(catalogue, 'мрежи')).toHaveLength(1)
    setSearchFolder(folder)
    expect(placesOf(catalogue, 'мрежи')).toHaveLength(1)
  })
})
