import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Request } from 'autocannon'
import type { Course } from '#app/domain/courses/course.ts'
import { enrol } from '#app/domain/learning/enrol.server.ts'
import { database } from '#app/platform/db.server.ts'
import { openAcademy, startAcademy } from './academy.ts'
import { startFloor } from './floor.ts'
import { type Learner, makeLearners } from './learners.ts'
import { lessonRequest, lessonRounds, longestCourse } from './lesson-requests.ts'
import { type Load, load } from './load.ts'
import { describeMachine } from './machine.ts'
import { readRss } from './process-figures.ts'
import type { RunningServer } from './server-process.ts'
import { roundTo, spreadOf } from './statistics.ts'

const CONNECTIONS = [1, 16]
const LEARNERS = 32

/** Requests after which V8 has compiled what a lesson needs. */
const WARM_UP = 1_000

type Round = { app: Load; floor: Load }

/**
 * Lessons per second and their latency, with every view recorded, beside the floor. Academy and floor take turns,
 * and change who begins, so that what else the machine does falls on both; ratios are formed within a round.
 * Options: `--rounds N`, `--seconds N` of each turn, `--profile FOLDER` for a CPU profile of the academy.
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '5' },
      profile: { type: 'string' },
    },
  })
  const settings = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
  const machine = describeMachine()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-bench-'))
  const running: RunningServer[] = []
  try {
    await openAcademy(folder)
    const course = longestCourse()
    const learners = await makeLearners(LEARNERS)
    for (const learner of learners) await enrol(learner.id, course)

    const profiling =
      values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(values.profile)}`]
    const app = await startAcademy(folder, profiling)
    running.push(app)
    const idle = readRss(app.pid)
    const asked = course.lessons.flatMap(lesson => {
      const [learner] = learners
      return learner === undefined ? [] : [lessonRequest(course, lesson.id, learner)]
    })
    const documents = new Map<string, string>()
    for (const request of [...asked, ...asked]) documents.set(request.path, await fetchDocument(app, request))
    const floor = await startFloor(folder, documents)
    running.push(floor)
    const bytes = []
    for (const request of asked)
      bytes.push(await compareDocument(floor, request, documents.get(request.path) ?? ''))

    const results = []
    const rss: number[] = []
    for (const connections of CONNECTIONS) {
      const rounds = await runRounds({ app, floor, course, learners, connections, ...settings })
      rss.push(...rounds.flatMap(round => round.app.rss))
      results.push({ connections, ...summarise(rounds) })
    }
    await proveViews(app, course, learners)
    const memory = { idleMiB: idle, underLoadMiB: spreadOf(rss, 1) }
    return {
      benchmark: 'lesson',
      measuredAt: new Date().toISOString(),
      machine,
      settings: {
        ...settings,
        learners: LEARNERS,
        course: course.id,
        database: database().engine,
        log: 'info, to a file',
      },
      bytes,
      results,
      memory,
      targets: compareWithTargets(results, memory.underLoadMiB.max),
    }
  } finally {
    for (const server of running) await server.stop()
    await database().close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchDocument(server: RunningServer, { path: at, headers }: Request): Promise<string> {
  const response = await fetch(`${server.origin}${at}`, { headers, redirect: 'error' })
  if (!response.ok) throw new Error(`${at} answered ${response.status}`)
  return response.text()
}

/** The floor is one only while it sends as much as the academy sent. */
async function compareDocument(floor: RunningServer, request: Request, captured: string) {
  const [wanted, sent] = [captured, await fetchDocument(floor, request)].map(text => Buffer.byteLength(text))
  if (sent !== wanted) throw new Error(`${request.path}: the floor sends ${sent} bytes instead of ${wanted}`)
  return { path: request.path, document: sent }
}

type RoundsOptions = {
  app: RunningServer
  floor: RunningServer
  course: Course
  learners: Learner[]
  connections: number
  rounds: number
  seconds: number
}

async function runRounds({
  app,
  floor,
  course,
  learners,
  connections,
  rounds,
  seconds,
}: RoundsOptions): Promise<Round[]> {
  const requestsOf = lessonRounds(course, learners, connections)
  const turn = (server: RunningServer) => load({ server, connections, until: { seconds }, requestsOf })
  progress(`${connections} connections: warming up`)
  for (const server of [floor, app])
    await load({ server, connections, until: { responses: WARM_UP }, requestsOf })
  const measured: Round[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const began = new Date()
    let result: Round
    if (round % 2 === 1) {
      const first = await turn(app)
      result = { app: first, floor: await turn(floor) }
    } else {
      const first = await turn(floor)
      result = { floor: first, app: await turn(app) }
    }
    await proveBookmarks(course, learners, began)
    measured.push(result)
    const [own, bare] = [result.app, result.floor].map(one => one.requestsPerSecond.toFixed(0))
    progress(`${connections} connections, round ${round} of ${rounds}: academy ${own}/s, floor ${bare}/s`)
  }
  return measured
}

function summarise(rounds: Round[]) {
  const of = (pick: (round: Round) => number, digits?: number) => spreadOf(rounds.map(pick), digits)
  const side = (pick: (round: Round) => Load) => ({
    requestsPerSecond: of(round => pick(round).requestsPerSecond, 1),
    p50Ms: of(round => pick(round).p50),
    p99Ms: of(round => pick(round).p99),
    cpuMsPerRequest: of(round => pick(round).cpuMs ?? Number.NaN, 3),
    bytesPerResponse: of(round => pick(round).bytes, 0).median,
    responses: rounds.reduce((sum, round) => sum + pick(round).responses, 0),
  })
  return {
    app: side(round => round.app),
    floor: side(round => round.floor),
    appToFloor: {
      requestsPerSecond: of(round => round.app.requestsPerSecond / round.floor.requestsPerSecond, 3),
      p50: of(round => round.app.p50 / round.floor.p50),
      p99: of(round => round.app.p99 / round.floor.p99),
      cpuPerRequest: of(round => (round.app.cpuMs ?? Number.NaN) / (round.floor.cpuMs ?? Number.NaN)),
    },
  }
}

/** A bookmark that does not move is written every five minutes only: every learner's was written in this round. */
async function proveBookmarks(course: Course, learners: Learner[], since: Date): Promise<void> {
  const moved = await database().prisma.enrolment.count({
    where: {
      courseId: course.id,
      userId: { in: learners.map(learner => learner.id) },
      lastViewedAt: { gte: since },
    },
  })
  if (moved !== learners.length) throw new Error(`Only ${moved} of ${learners.length} bookmarks moved`)
}

/** One by one, slowly: each opened lesson is where its learner's bookmark then stands. */
async function proveViews(app: RunningServer, course: Course, learners: Learner[]): Promise<void> {
  for (const learner of learners) {
    for (const lesson of course.lessons) {
      await fetchDocument(app, lessonRequest(course, lesson.id, learner))
      const row = await database().prisma.enrolment.findUnique({
        where: { userId_courseId: { userId: learner.id, courseId: course.id } },
      })
      if (row?.lastLessonId !== lesson.id)
        throw new Error(`The bookmark stands at ${row?.lastLessonId}, not ${lesson.id}`)
    }
  }
}

/** For the reader; nothing depends on them. */
function compareWithTargets(
  results: ({ connections: number } & ReturnType<typeof summarise>)[],
  mostRss: number,
) {
  const crowded = results.at(-1)
  const targets = results.map(({ connections, appToFloor }) => ({
    target: `at least 0.5 of the floor's requests per second at ${connections}`,
    measured: appToFloor.requestsPerSecond.median,
    met: appToFloor.requestsPerSecond.median >= 0.5,
  }))
  const p99 = crowded?.appToFloor.p99.median ?? Number.NaN
  targets.push({
    target: `p99 at ${crowded?.connections} below 3 of the floor's`,
    measured: p99,
    met: p99 < 3,
  })
  targets.push({
    target: 'at most 220 MiB resident under load',
    measured: roundTo(mostRss, 1),
    met: mostRss <= 220,
  })
  return targets
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}
