import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { catalogue, setCatalogueSource } from '#app/domain/courses/catalogue.server.ts'
import { checkContent } from '#app/domain/courses/check-content.server.ts'
import { compileLessonText } from '#app/domain/courses/compile-lesson-text.ts'
import { contentAddresses } from '#app/domain/courses/content-address.ts'
import { noGlossary } from '#app/domain/courses/glossary.ts'
import { setSearchFolder, warmSearchIndex } from '#app/domain/courses/search/search-index.server.ts'
import { startLog } from '#app/platform/log.server.ts'
import { longLesson } from './long-lesson.ts'
import { readRss } from './process-figures.ts'
import { roundTo } from './statistics.ts'

/**
 * One step of the benchmark `content`, in a process of its own, because a compiler that has run before runs faster:
 * `content-step.ts <step> <content folder> <data folder>` prints its figures as JSON.
 */
const [step = '', contentDir = '', dataDir = ''] = process.argv.slice(2)

startLog('warn')
process.stdout.write(JSON.stringify(run()))

function run() {
  switch (step) {
    case 'check': {
      const found: number[] = []
      const took = timed(() => found.push(checkContent(contentDir).length))
      return { ...took, problems: found[0], rssMiB: readRss(process.pid) }
    }
    case 'start':
      return start(false)
    case 'edit':
      start(true)
      return [1, 2, 3, 4, 5, 6, 7, 8, 9].map(edit)
    case 'render':
      return Array.from({ length: 60 }, () => timed(render))
    default:
      throw new Error(`There is no step "${step}".`)
  }
}

/** As the server does before its first request. */
function start(watch: boolean) {
  setCatalogueSource({ contentDir, watch, cacheFile: path.join(dataDir, 'compiled-lessons.db') })
  setSearchFolder(dataDir)
  const lessons = timed(() => catalogue())
  const index = timed(() => warmSearchIndex(catalogue()))
  return {
    ms: lessons.ms + index.ms,
    cpuMs: lessons.cpuMs + index.cpuMs,
    lessons,
    index,
    rssMiB: readRss(process.pid),
  }
}

/** From the saved file to the page and the search that have it. */
function edit(lesson: number): Took {
  const file = path.join(contentDir, `courses/course-1/00${lesson}0-lesson-${lesson}/lesson.bg.md`)
  const before = catalogue()
  appendFileSync(file, `\nЛалугери ${lesson}.\n`)
  const took = timed(() => warmSearchIndex(catalogue()))
  if (catalogue() === before) throw new Error('The edit was not seen.')
  return took
}

function render(): void {
  const around = {
    courseId: 'course-1',
    lessonId: 'lesson-1',
    files: new Map(),
    unfit: new Set<string>(),
    lessonFolders: new Map(),
    addresses: contentAddresses,
    glossary: noGlossary,
  }
  const { problems } = compileLessonText({ source: longLesson, language: 'bg', outcomeIds: ['LO1'], around })
  if (problems.length > 0) throw new Error(problems[0]?.message)
}

/** On the clock, and on the processor: the second means something on a busy machine too. */
type Took = { ms: number; cpuMs: number }

function timed(work: () => void): Took {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  work()
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(cpu)
  return { ms: roundTo(ms, 1), cpuMs: roundTo((user + system) / 1000, 1) }
}
