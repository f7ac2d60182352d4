import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import { catalogue, catalogueDiagnostics, setCatalogueSource } from './catalogue.server.ts'
import { lessonImage } from './lesson-image.server.ts'
import { sampleFiles, sampleLesson } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const lessonFile = 'courses/passwords/010-first/lesson.bg.md'

beforeEach(() => {
  startLog('silent')
})

function titleNow(): string | undefined {
  return catalogue().findLesson('passwords', 'first')?.texts.bg.title
}

describe('the catalogue of this process', () => {
  it('is read once when nobody watches', () => {
    const folder = temporaryContent()
    setCatalogueSource({ contentDir: folder, watch: false })
    const first = catalogue()
    rmSync(folder, { recursive: true })
    expect(catalogue()).toBe(first)
    expect(titleNow()).toBe('Пароли')
  })

  it('shows a saved file at the next call when it watches, and is the same while nothing changes', () => {
    const folder = temporaryContent()
    setCatalogueSource({ contentDir: folder, watch: true })
    const first = catalogue()
    expect(catalogue()).toBe(first)
    saveContent(folder, lessonFile, sampleLesson.replace('title: Пароли', 'title: Пароли и ключове'))
    expect(titleNow()).toBe('Пароли и ключове')
  })

  it('reads only the courses that changed, and keeps the others as they are', () => {
    const other = Object.entries(sampleFiles).map(([path, text]) => [
      path.replace('passwords', 'other'),
      text,
    ])
    const folder = temporaryContent(Object.fromEntries(other))
    setCatalogueSource({ contentDir: folder, watch: true })
    const before = catalogue()
    saveContent(folder, lessonFile, sampleLesson.replace('title: Пароли', 'title: Ключове'))
    const after = catalogue()
    expect(after).not.toBe(before)
    expect(after.findCourse('other')).toBe(before.findCourse('other'))
    expect(after.findCourse('passwords')).not.toBe(before.findCourse('passwords'))
    rmSync(join(folder, 'courses/other'), { recursive: true })
    expect(catalogue().courses).toEqual([after.findCourse('passwords')])
  })

  it('shows a new glossary in every course', () => {
    const glossary = 'mfa:\n  term: { bg: "а", en: "a" }\n  definition: { bg: "Първо.", en: "First." }\n'
    const lesson = sampleLesson.replace('\nТекст.\n', '\nТекст с [фактор](glossary:mfa).\n')
    const folder = temporaryContent({ 'glossary.yml': glossary, [lessonFile]: lesson })
    setCatalogueSource({ contentDir: folder, watch: true })
    const html = () => JSON.stringify(catalogue().findLesson('passwords', 'first')?.texts.bg.segments)
    expect(html()).toContain('Първо.')
    saveContent(folder, 'glossary.yml', glossary.replace('Първо.', 'Второ и последно.'))
    expect(html()).toContain('Второ и последно.')
  })

  it('sees a file of the same size by its time', () => {
    const folder = temporaryContent()
    setCatalogueSource({ contentDir: folder, watch: true })
    expect(titleNow()).toBe('Пароли')
    saveContent(folder, lessonFile, sampleLesson.replace('title: Пароли', 'title: Хранил'))
    utimesSync(join(folder, lessonFile), new Date(), new Date(Date.now() + 5000))
    expect(titleNow()).toBe('Хранил')
  })

  it('recovers when a broken file is mended', () => {
    const folder = temporaryContent({ [lessonFile]: sampleLesson.replace('title: Пароли', 'titel: Пароли') })
    setCatalogueSource({ contentDir: folder, watch: true })
    expect(titleNow()).toBeUndefined()
    expect(catalogueDiagnostics().map(({ code }) => code)).toEqual(['field-missing', 'field-unknown'])
    saveContent(folder, lessonFile, sampleLesson)
    expect(titleNow()).toBe('Пароли')
    expect(catalogueDiagnostics()).toEqual([])
  })

  it('does not fall when the folder disappears', () => {
    const folder = temporaryContent()
    setCatalogueSource({ contentDir: folder, watch: true })
    expect(titleNow()).toBe('Пароли')
    rmSync(folder, { recursive: true })
    expect(catalogue().courses).toEqual([])
  })

  it('finds the images of its lessons, and nothing else', () => {
    setCatalogueSource({ contentDir: temporaryContent(), watch: false })
    expect(lessonImage('passwords', 'first', 'plan.svg')).toMatchObject({ contentType: 'image/svg+xml' })
    expect(lessonImage('passwords', 'first', '../course.yml')).toBeNull()
    expect(lessonImage('passwords', '010-first', 'plan.svg')).toBeNull()
  })
})
