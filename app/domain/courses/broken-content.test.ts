import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { codesInSource } from '#tests/codes-in-source.ts'
import { checkContent } from './check-content.server.ts'

import type { Diagnostic } from './diagnostic.ts'

// Starting Graphviz takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const fixtures = join(import.meta.dirname, 'fixtures')

/**
 * A fixture says in its first line what is broken. Below stands what is expected, as `file:line:column severity code`,
 * and then the files that are put over the sound course, each behind its name.
 */
type Fixture = { name: string; title: string; expected: string[]; files: Map<string, string | Buffer> }

function readFixture(file: string): Fixture {
  const [head = '', ...parts] = readFileSync(join(fixtures, 'broken', file), 'utf8').split(/^======== /m)
  const [title = '', ...expected] = head.split('\n').filter(line => line !== '')
  const files = new Map(
    parts.map(part => {
      const end = part.indexOf('\n')
      return [part.slice(0, end), part.slice(end + 1).replace(/\n\n$/, '\n')] as const
    }),
  )
  return { name: file.replace(/\.txt$/, ''), title, expected, files }
}

/** What would be no pleasure to read as a file. */
const generated: Fixture[] = [
  made(
    'file-too-large',
    'lesson.bg.md',
    lesson('дума '.repeat(250_000)),
    'lesson.bg.md:1:1 error file-too-large',
  ),
  made(
    'file-encoding',
    'lesson.bg.md',
    Buffer.from([0xff, 0xfe, 0x41]),
    'lesson.bg.md:1:1 error file-encoding',
  ),
  made('image-heavy', 'photo.png', heavyPicture(), 'photo.png:1:1 warning image-heavy'),
  made('lesson-long', 'lesson.bg.md', lesson('дума\n'.repeat(4001)), 'lesson.bg.md:8:1 warning lesson-long'),
  made('line-long', 'lesson.bg.md', lesson('д'.repeat(20_001)), 'lesson.bg.md:8:1 error line-long'),
  made('text-long', 'lesson.bg.md', lesson('—————\n\n'.repeat(22_000)), 'lesson.bg.md:1:1 error text-long'),
  made('yaml-long', 'course.yml', `# ${'д'.repeat(250_001)}`, 'course.yml:1:1 error yaml-long'),
]

function made(name: string, file: string, content: string | Buffer, expected: string): Fixture {
  return { name, title: name, expected: [expected], files: new Map([[file, content]]) }
}

function lesson(body: string): string {
  return `---\ntitle: Пароли\nsummary: Кратко.\noutcomes: [LO1]\nminutes: { read: 5 }\n---\n\n${body}\n`
}

/** The head of a picture of 4 by 3, and 400 KB behind it. */
function heavyPicture(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000004000000030806000000', 'hex')
  return Buffer.concat([head, Buffer.alloc(400 * 1024)])
}

const all = [...readdirSync(join(fixtures, 'broken')).sort().map(readFixture), ...generated]

/** `lesson.bg.md` lies in the first lesson, `course.yml` and `020-second/…` in the course, the rest as it is named. */
function placeOf(file: string): string {
  if (/^(?:courses|paths|frameworks)\/|^glossary\.yml$/.test(file)) return file
  const ofCourse = /^(?:course\.yml|cover\.svg|exam\.|\d+-)/.test(file)
  return ofCourse ? `courses/tour/${file}` : `courses/tour/010-first/${file}`
}

function shortName(path: string): string {
  return path.replace(/^courses\/tour\/(?:010-first\/)?/, '')
}

function check(files: ReadonlyMap<string, string | Buffer>): readonly Diagnostic[] {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(fixtures, 'sound'), folder, { recursive: true })
  for (const [name, content] of files) {
    const path = join(folder, placeOf(name))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return checkContent(folder)
}

function written({ file, line, column, severity, code }: Diagnostic): string {
  return `${shortName(file)}:${line}:${column} ${severity} ${code}`
}

it('the course that the fixtures break is sound', () => {
  expect(check(new Map())).toEqual([])
})

describe('the check points at the fault', () => {
  it.each(all.map(fixture => [fixture.name, fixture] as const))('%s', (_, { title, expected, files }) => {
    const diagnostics = check(files)
    expect(diagnostics.map(written), title).toEqual(expected)
    for (const { message, remedy } of diagnostics) {
      expect(message).toMatch(/^[\p{Lu}"].*[.?:]$/su)
      expect(remedy).toMatch(/^\S.{5,}$/su)
      // Words of programmers, and values that were never filled in.
      expect(`${message} ${remedy}`).not.toMatch(
        /\bundefined\b|\bnull\b|NaN|\[object|regex|parse|token|syntax error/,
      )
    }
  })
})

it('every kind of problem has a fixture that shows it', () => {
  const shown = new Set(all.flatMap(({ expected }) => expected.map(line => line.split(' ').at(-1))))
  const unshown = codesInSource().filter(code => !shown.has(code) && !unreachable.includes(code))
  expect(unshown).toEqual([])
  expect(codesInSource().length).toBeGreaterThan(100)
})

/** Needs a missing content folder or a file that may not be read: load-catalogue.server.test.ts has them. */
const unreachable = ['content-missing', 'file-unreadable']
