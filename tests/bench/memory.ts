import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { enrol } from '#app/domain/learning/enrol.server.ts'
import { paths } from '#app/paths.ts'
import { database } from '#app/platform/db.server.ts'
import { openAcademy, startAcademy } from './academy.ts'
import { completeCourse, type Learner, makeLearners } from './learners.ts'
import { lessonRounds, longestCourse } from './lesson-requests.ts'
import { load } from './load.ts'
import { describeMachine } from './machine.ts'
import { readRss } from './process-figures.ts'
import type { RunningServer } from './server-process.ts'

const LEARNERS = 32
const CONNECTIONS = 16

/** Long enough for the server to let go of what finished requests held. */
const REST_MS = 10_000

type Claim = { learner: Learner; course: Course }

/**
 * Resident memory of the academy: idle, after lesson requests with the view recorded, and after certificates.
 * Each is read at once and again after a rest.
 * Options: `--lessons N`, `--certificates N`.
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      lessons: { type: 'string', default: '20000' },
      certificates: { type: 'string', default: '200' },
    },
  })
  const lessons = Number(values.lessons)
  const certificates = Number(values.certificates)
  const machine = describeMachine()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-bench-'))
  let app: RunningServer | null = null
  try {
    await openAcademy(folder)
    const course = longestCourse()
    const learners = await makeLearners(LEARNERS)
    for (const learner of learners) await enrol(learner.id, course)
    const claims = await makeClaims(certificates)

    app = await startAcademy(folder)
    await wait(REST_MS)
    const idle = readRss(app.pid)

    progress(`${lessons} lessons`)
    const requestsOf = lessonRounds(course, learners, CONNECTIONS)
    const read = await load({
      server: app,
      connections: CONNECTIONS,
      until: { responses: lessons },
      requestsOf,
    })
    const afterLessons = await readTwice(app)

    progress(`${certificates} certificates`)
    for (const claim of claims) await claimCertificate(app, claim)
    const issued = await database().prisma.certificate.count()
    if (issued !== certificates)
      throw new Error(`${issued} certificates were issued instead of ${certificates}`)
    const afterCertificates = await readTwice(app)
    return {
      benchmark: 'memory',
      measuredAt: new Date().toISOString(),
      machine,
      settings: { lessons, certificates, connections: CONNECTIONS, restMs: REST_MS, course: course.id },
      residentMiB: { idle, mostUnderLessons: Math.max(...read.rss), afterLessons, afterCertificates },
      targets: [
        {
          target: 'at most 220 MiB resident under load',
          measured: Math.max(...read.rss),
          met: Math.max(...read.rss) <= 220,
        },
      ],
    }
  } finally {
    await app?.stop()
    await database().close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Learners who have completed every course, and so many of the certificates that they may claim. */
async function makeClaims(count: number): Promise<Claim[]> {
  const courses = catalogue().courses.filter(course => course.status === 'published')
  progress(`completing courses for ${count} certificates`)
  const claims: Claim[] = []
  for (const learner of await makeLearners(Math.ceil(count / courses.length))) {
    for (const course of courses) {
      if (claims.length === count) break
      await completeCourse(learner, course)
      claims.push({ learner, course })
    }
  }
  return claims
}

/** As the page's form does without scripts. */
async function claimCertificate(app: RunningServer, { learner, course }: Claim): Promise<void> {
  const response = await fetch(`${app.origin}${paths.courseCertificate('bg', course.id)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: app.origin, cookie: learner.cookie },
    body: new URLSearchParams({ name: learner.name, nameLatin: 'Amina Primerova' }),
  })
  await response.arrayBuffer()
  if (response.status !== 302) throw new Error(`The claim was answered with ${response.status}`)
}

async function readTwice(app: RunningServer): Promise<{ atOnce: number | null; rested: number | null }> {
  const atOnce = readRss(app.pid)
  await wait(REST_MS)
  return { atOnce, rested: readRss(app.pid) }
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}
