import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { writeGeneratedContent } from './generated-content.ts'
import { longLesson } from './long-lesson.ts'
import { describeMachine } from './machine.ts'
import { roundTo, spreadOf } from './statistics.ts'

const LESSONS_PER_COURSE = 100
const BYTES = 4096

const step = fileURLToPath(new URL('./content-step.ts', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

const took = z.object({ ms: z.number(), cpuMs: z.number() })
const checked = took.extend({ problems: z.literal(0), rssMiB: z.number().nullable() })
const started = took.extend({ lessons: took, index: took, rssMiB: z.number().nullable() })
const repeated = z.array(took)

/**
 * A hub with many lessons: checking them all, the first start, a start with what is kept of the one before, and how
 * long a saved lesson takes to be seen, search included. Each measurement has a process of its own.
 * Options: `--lessons N`, `--rounds N`.
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { lessons: { type: 'string', default: '5000' }, rounds: { type: 'string', default: '3' } },
  })
  const [lessons, rounds] = [Number(values.lessons), Number(values.rounds)]
  const courses = Math.max(1, Math.round(lessons / LESSONS_PER_COURSE))
  const machine = describeMachine()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-bench-'))
  try {
    const content = path.join(folder, 'content')
    progress(`writing ${courses * LESSONS_PER_COURSE} lessons in two languages`)
    writeGeneratedContent(content, { courses, lessonsPerCourse: LESSONS_PER_COURSE, bytes: BYTES })
    const data = (round: number) => path.join(folder, `data-${round}`)
    const check = repeat('check', rounds, () => runStep('check', content, folder, checked))
    const cold = repeat('first start', rounds, round => runStep('start', content, data(round), started))
    const warm = repeat('next start', rounds, round => runStep('start', content, data(round), started))
    progress('edits')
    const edits = runStep('edit', content, data(0), repeated)
    progress('rendering')
    const renders = runStep('render', content, folder, repeated)
    const size = async (name: string) => roundTo((await stat(path.join(data(0), name))).size / 2 ** 20, 1)
    const [checkTook, coldTook, warmTook, editTook] = [check, cold, warm, edits].map(spreads)
    return {
      benchmark: 'content',
      measuredAt: new Date().toISOString(),
      machine,
      settings: {
        files: courses * LESSONS_PER_COURSE * 2,
        courses,
        lessonsPerCourse: LESSONS_PER_COURSE,
        bytesPerFile: BYTES,
        rounds,
      },
      check: { ...checkTook, rssMiB: most(check) },
      firstStart: { ...coldTook, ...parts(cold), rssMiB: most(cold) },
      nextStart: { ...warmTook, ...parts(warm), rssMiB: most(warm) },
      editToVisible: editTook,
      // The first ten make the compiler warm.
      render: { bytes: Buffer.byteLength(longLesson), first: renders[0], ...spreads(renders.slice(10)) },
      cacheMiB: { lessons: await size('compiled-lessons.db'), search: await size('search-index.db') },
      targets: [
        target('10,000 files checked in at most 20 s', checkTook, 20_000),
        target('compiled and searchable in at most 15 s at the first start', coldTook, 15_000),
        target('and in at most 3 s at the next', warmTook, 3_000),
        target('an edited lesson seen in at most 200 ms', editTook, 200),
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runStep<T>(name: string, content: string, data: string, schema: z.ZodType<T>): T {
  const args = ['--max-old-space-size=2048', '--import', 'tsx', step, name, content, data]
  const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 24 })
  return schema.parse(JSON.parse(output))
}

function repeat<T>(what: string, rounds: number, work: (round: number) => T): T[] {
  return Array.from({ length: rounds }, (_, round) => {
    progress(`${what}, ${round + 1} of ${rounds}`)
    return work(round)
  })
}

type Took = z.infer<typeof took>

/** `cpuMs` is what the processor was busy with it, garbage collection on the other core included. */
function spreads(runs: readonly Took[]) {
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

function parts(runs: readonly z.infer<typeof started>[]) {
  return { lessons: spreads(runs.map(run => run.lessons)), index: spreads(runs.map(run => run.index)) }
}

function most(runs: readonly { rssMiB: number | null }[]): number {
  return Math.max(...runs.map(({ rssMiB }) => rssMiB ?? Number.NaN))
}

/** Met by the quickest round: others at work on the machine only ever make it slower. */
function target(what: string, measured: ReturnType<typeof spreads> | undefined, limitMs: number) {
  const quickest = measured?.ms.min ?? Number.NaN
  return { target: what, medianMs: measured?.ms.median, quickestMs: quickest, met: quickest <= limitMs }
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}
