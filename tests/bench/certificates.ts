import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildSnapshot } from '#app/domain/certificates/build-snapshot.ts'
import { createCertificate } from '#app/domain/certificates/create-certificate.server.ts'
import { verifyFile } from '#app/domain/certificates/verify/verify-file.server.ts'
import { verifyList } from '#app/domain/certificates/verify/verify-list.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { database } from '#app/platform/db.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { openAcademy } from './academy.ts'
import { makeLearners } from './learners.ts'
import { describeMachine } from './machine.ts'
import { roundTo, spreadOf } from './statistics.ts'

const WARM_UP = 20
const BATCH = 500
const publicUrl = 'https://academy.example.org'

type Took = { ms: number; cpuMs: number }

/**
 * Certificates from snapshot to stored row, verification of an uploaded PDF and of a credential, and a list of 500
 * numbers: everything in one process on SQLite, one after the other, so that one core does the work.
 * Options: `--certificates N` (at least 25).
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({ args, options: { certificates: { type: 'string', default: '500' } } })
  const count = Number(values.certificates)
  const machine = describeMachine()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-bench-'))
  try {
    await openAcademy(folder)
    const courses = catalogue().courses.filter(course => course.status === 'published')
    const learners = await makeLearners(Math.ceil(count / courses.length))
    const issued: Took[] = []
    for (const [index, learner] of learners.flatMap(one => courses.map(() => one)).entries()) {
      const course = courses[index % courses.length]
      if (course === undefined || index === count) break
      issued.push(await timed(() => issue(learner.id, learner.name, course)))
    }
    const rows = await database().prisma.certificate.findMany({
      select: { id: true, pdf: true, credential: true },
      orderBy: { id: 'asc' },
    })
    const pdfs: Took[] = []
    const credentials: Took[] = []
    for (const { pdf, credential } of rows.slice(0, 200)) {
      pdfs.push(await timed(() => expectGenuine(new Uint8Array(pdf))))
      credentials.push(await timed(() => expectGenuine(new TextEncoder().encode(credential ?? ''))))
    }
    const list = Array.from({ length: BATCH }, (_, index) => rows[index % rows.length]?.id).join('\n')
    const batches: Took[] = []
    for (let round = 0; round < 20; round++) batches.push(await timed(() => verifyList(list)))
    const bytes = rows.map(({ pdf }) => pdf.byteLength)
    const [issue1, pdf1, credential1, batch1] = [issued, pdfs, credentials, batches].map(spreads)
    return {
      benchmark: 'certificates',
      measuredAt: new Date().toISOString(),
      machine,
      settings: { certificates: rows.length, courses: courses.map(({ id }) => id), warmUp: WARM_UP },
      issue: issue1,
      pdfBytes: spreadOf(bytes, 0),
      credentialBytes: spreadOf(
        rows.map(({ credential }) => Buffer.byteLength(credential ?? '')),
        0,
      ),
      verifyPdf: pdf1,
      verifyCredential: credential1,
      [`batchOf${BATCH}`]: batch1,
      targets: [
        target('issued in at most 35 ms (median)', issue1?.ms.median, 35),
        target('a PDF of at most 80 KB', roundTo(Math.max(...bytes) / 1000, 1), 80),
        target('an uploaded PDF verified in at most 15 ms (median)', pdf1?.ms.median, 15),
        target('500 numbers in at most 500 ms (median)', batch1?.ms.median, 500),
      ],
    }
  } finally {
    await database().close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function issue(userId: string, name: string, course: Course): Promise<void> {
  const place = { userId, courseId: course.id, edition: course.edition, sequence: 1 }
  const { created } = await createCertificate(place, publicUrl, making =>
    buildSnapshot({
      ...making,
      demo: true,
      learner: { name, nameLatin: 'Amina Primerova' },
      course,
      edition: course.edition,
      resultPercent: 91,
      firstAttemptPercent: 76.5,
      issuer: { ...hub(), domain: new URL(publicUrl).host },
    }),
  )
  if (!created) throw new Error('A certificate was there already')
}

async function expectGenuine(bytes: Uint8Array): Promise<void> {
  const { state } = await verifyFile(bytes)
  if (state !== 'genuine') throw new Error(`A certificate of ours is ${state}`)
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const [from, cpu] = [process.hrtime.bigint(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: Number(process.hrtime.bigint() - from) / 1e6, cpuMs: (user + system) / 1000 }
}

/** The first ones make the compiler warm. */
function spreads(all: readonly Took[]) {
  const runs = all.length > 2 * WARM_UP ? all.slice(WARM_UP) : all
  return {
    ms: spreadOf(
      runs.map(({ ms }) => ms),
      1,
    ),
    cpuMs: spreadOf(
      runs.map(({ cpuMs }) => cpuMs),
      1,
    ),
  }
}

function target(what: string, measured: number | undefined, limit: number) {
  return { target: what, measured, met: measured !== undefined && measured <= limit }
}
