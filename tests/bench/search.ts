import { appendFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Request } from 'autocannon'
import { catalogue, setCatalogueSource } from '#app/domain/courses/catalogue.server.ts'
import { setSearchFolder, warmSearchIndex } from '#app/domain/courses/search/search-index.server.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { startLog } from '#app/platform/log.server.ts'
import { writeGeneratedContent } from './generated-content.ts'
import { seededRandom } from './generated-words.ts'
import { type Load, load } from './load.ts'
import { describeMachine } from './machine.ts'
import { type QueryKind, queryKinds, queryWriter } from './search-queries.ts'
import { type RunningServer, startServer } from './server-process.ts'
import { roundTo } from './statistics.ts'

const CONNECTIONS = 16
const LESSONS_PER_COURSE = 50
const BYTES = 4096

/** Requests after which V8 has compiled what a search needs. */
const WARM_UP = 1_500

/** Of the queries that people repeat, so many are different. */
const POPULAR = 300

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The search of a hub with many lessons: how long the index takes to build, to open unchanged and to follow one
 * edited lesson; then suggestions and result pages over HTTP, first with queries that hardly repeat, then with
 * those that everybody asks. Options: `--lessons N`, `--queries N` of each phase.
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { lessons: { type: 'string', default: '5000' }, queries: { type: 'string', default: '6000' } },
  })
  const [lessons, queries] = [Number(values.lessons), Number(values.queries)]
  const courses = Math.max(1, Math.round(lessons / LESSONS_PER_COURSE))
  const machine = describeMachine()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-bench-'))
  let app: RunningServer | null = null
  try {
    const content = path.join(folder, 'content')
    progress(`writing ${courses * LESSONS_PER_COURSE} lessons in two languages`)
    writeGeneratedContent(content, { courses, lessonsPerCourse: LESSONS_PER_COURSE, bytes: BYTES })
    const index = await measureIndex(content, folder)

    progress('starting the academy')
    app = await startServer({
      name: 'academy',
      script: path.join(root, 'build/server/index.js'),
      folder,
      environment: {
        HUB_MODE: 'demo',
        DATABASE_URL: `file:${path.join(folder, 'academy.db')}`,
        DATA_DIR: folder,
        CONTENT_DIR: content,
      },
      // The bound of `npm start` is meant for a hub's own courses, not for all of these at once.
      nodeOptions: ['--max-old-space-size=1536'],
      cwd: root,
      // It compiles all lessons itself: what this process compiled is another program's.
      patienceMs: 180_000,
    })
    const suggestions = asker(app, paths.searchSuggestions)
    const pages = asker(app, paths.search)
    await suggestions.warmUp()
    const byKind: Record<string, ReturnType<typeof summarise>> = {}
    for (const kind of queryKinds)
      byKind[kind] = summarise(await suggestions.ask(`suggestions, ${kind}`, queries / 6, [kind]))
    const mixed = summarise(await suggestions.ask('suggestions, all kinds', queries))
    const repeated = summarise(await suggestions.repeat('suggestions, repeated', queries))
    await pages.warmUp()
    const wholePages = summarise(await pages.ask('result pages', queries / 3))
    return {
      benchmark: 'search',
      measuredAt: new Date().toISOString(),
      machine,
      settings: {
        lessons: courses * LESSONS_PER_COURSE,
        files: courses * LESSONS_PER_COURSE * 2,
        bytesPerFile: BYTES,
        connections: CONNECTIONS,
        queries,
        heapMiB: 1536,
      },
      index,
      suggestions: { mixed, repeated, byKind },
      pages: wholePages,
      targets: [
        target('p95 of suggestions at most 15 ms', mixed.p95Ms, 15),
        target('an unchanged index open in at most 500 ms', index.unchangedMs, 500),
      ],
    }
  } finally {
    await app?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** In this process, with the same code that the server runs. What loading the lessons takes is told apart. */
async function measureIndex(contentDir: string, folder: string) {
  startLog('warn')
  const source = { contentDir, watch: true, cacheFile: path.join(folder, 'compiled-lessons.db') }
  progress('compiling all lessons')
  setCatalogueSource(source)
  const compileMs = timed(() => catalogue())
  progress('building the index')
  setSearchFolder(folder)
  const coldMs = timed(() => warmSearchIndex(catalogue()))
  setSearchFolder(folder)
  const unchangedMs = timed(() => warmSearchIndex(catalogue()))
  const edits = [1, 2, 3, 4, 5].map(lesson => {
    const file = path.join(contentDir, `courses/course-1/00${lesson}0-lesson-${lesson}/lesson.bg.md`)
    appendFileSync(file, `\nЛалугери ${lesson}.\n`)
    const edited = catalogue()
    return timed(() => warmSearchIndex(edited))
  })
  const { size } = await stat(path.join(folder, 'search-index.db'))
  // The file must be whole for the server that opens it next.
  setSearchFolder(null)
  return {
    compileLessonsMs: compileMs,
    coldMs,
    unchangedMs,
    oneLessonEditedMs: edits.toSorted((a, b) => a - b)[2] ?? Number.NaN,
    mebibytes: roundTo(size / 2 ** 20, 1),
  }
}

type Address = (language: Language, query: string) => string

/** Asks a running academy, sixteen at a time, for what stands at these addresses. */
function asker(server: RunningServer, address: Address) {
  const write = queryWriter(7)
  const request = (kind: QueryKind): Request => ({
    method: 'GET',
    path: address('bg', write(kind)),
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
    },
  })
  const run = (about: string, responses: number, requestsOf: (connection: number) => Request[]) => {
    progress(about)
    return load({
      server,
      connections: CONNECTIONS,
      until: { responses: Math.ceil(responses) },
      requestsOf,
    })
  }
  /** Queries of these kinds in turn, each connection with its own. */
  const ask = (about: string, responses: number, kinds: readonly QueryKind[] = queryKinds): Promise<Load> => {
    const each = Math.ceil(responses / CONNECTIONS)
    return run(about, responses, () =>
      Array.from({ length: each }, (_, turn) => request(kinds[turn % kinds.length] ?? 'exact')),
    )
  }
  /** The same few queries over and over, the first ones most of all. */
  const repeat = (about: string, responses: number): Promise<Load> => {
    const popular = Array.from({ length: POPULAR }, (_, turn) =>
      request(queryKinds[turn % queryKinds.length] ?? 'exact'),
    )
    const random = seededRandom(11)
    const each = Math.ceil(responses / CONNECTIONS)
    return run(about, responses, () =>
      Array.from({ length: each }, () => popular[Math.floor(random() ** 2 * POPULAR)]).filter(
        one => one !== undefined,
      ),
    )
  }
  return { ask, repeat, warmUp: () => ask('warming up', WARM_UP) }
}

function summarise({ responses, requestsPerSecond, p50, p95, p99, bytes, cpuMs, rss }: Load) {
  return {
    responses,
    requestsPerSecond: roundTo(requestsPerSecond, 0),
    p50Ms: roundTo(p50, 2),
    p95Ms: roundTo(p95, 2),
    p99Ms: roundTo(p99, 2),
    bytes: roundTo(bytes, 0),
    cpuMsPerRequest: roundTo(cpuMs ?? Number.NaN, 3),
    mostRssMiB: Math.max(...rss),
  }
}

function target(about: string, measured: number, most: number) {
  return { target: about, measured, met: measured <= most }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return roundTo(performance.now() - began, 1)
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}
