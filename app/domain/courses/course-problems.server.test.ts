import { beforeEach, describe, expect, it } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import { setCatalogueSource } from './catalogue.server.ts'
import { courseProblems } from './course-problems.server.ts'
import { sampleFiles, sampleLesson } from './sample-content.ts'
import { temporaryContent } from './temporary-content.server.ts'

const second = 'courses/passwords/020-second/lesson'
const trainer = { role: 'trainer' } as const

beforeEach(() => {
  startLog('silent')
})

function serve(files: Record<string, string>) {
  const other = Object.entries(sampleFiles).map(([path, text]) => [path.replace('passwords', 'other'), text])
  setCatalogueSource({
    contentDir: temporaryContent({ ...Object.fromEntries(other), ...files }),
    watch: false,
  })
}

describe('the problems of a course', () => {
  it('are told to those who teach, errors before warnings, with their places', () => {
    const longer = sampleLesson.replace('(plan.svg)', '(plam.svg)')
    serve({
      [`${second}.bg.md`]: longer,
      [`${second}.en.md`]: longer,
      'courses/passwords/010-first/a.tmp': 'x',
    })
    for (const role of ['trainer', 'admin'] as const) {
      expect(courseProblems('passwords', { role })).toMatchObject({
        errors: 2,
        warnings: 1,
        shown: [
          { severity: 'error', place: '020-second/lesson.bg.md:7', remedy: expect.any(String) },
          { severity: 'error', place: '020-second/lesson.en.md:7' },
          { severity: 'warning', place: '010-first/a.tmp:1' },
        ],
      })
    }
  })

  it('are none of the business of learners and visitors', () => {
    serve({ 'courses/passwords/010-first/a.tmp': 'x' })
    expect(courseProblems('passwords', { role: 'learner' })).toBeNull()
    expect(courseProblems('passwords', { role: null })).toBeNull()
  })

  it('are those of this course alone', () => {
    serve({ 'courses/passwords/010-first/a.tmp': 'x' })
    expect(courseProblems('other', trainer)).toBeNull()
    expect(courseProblems('pass', trainer)).toBeNull()
  })

  it('are counted all and shown up to a page', () => {
    const files = Array.from({ length: 40 }, (_, index) => [`courses/passwords/010-first/${index}.tmp`, 'x'])
    serve(Object.fromEntries(files))
    const problems = courseProblems('passwords', trainer)
    expect(problems?.warnings).toBe(40)
    expect(problems?.shown).toHaveLength(30)
  })
})
