import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { amina, arrive } from '#tests/people.ts'
import { earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { expect, ownAddress, test } from './fixtures.ts'
import { site } from './site.ts'

const document = readFileSync(new URL('../../docs/verifying.md', import.meta.url), 'utf8')

/** The commands of the document that a reader is meant to try. */
const commands = [...document.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
)

const links = [...document.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor)

/** What each command is to print, in their order. */
const answers = [
  /"state":"valid"/,
  /"state":"valid"/,
  /"state":"genuine"/,
  /"state":"genuine"/,
  /^row,id,name,.*\r\n.*,valid,yes,/,
  /"rows":\[\{"row":2/,
]

test('every example of the API in the documentation works as it stands', async ({ request }) => {
  const learner = await arrive(request, amina())
  const id = await earnCertificate(request, course, learner.name)
  const folder = await mkdtemp(join(tmpdir(), 'academy-docs-'))
  await writeFile(
    join(folder, 'certificate.pdf'),
    await (await request.get(paths.certificatePdf('bg', id))).body(),
  )
  const credential = await request.get(paths.certificateCredential('bg', id))
  await writeFile(join(folder, 'credential.json'), await credential.body())
  await writeFile(join(folder, 'list.csv'), `id,name\n${id},${learner.name}\n`)
  expect(commands).toHaveLength(answers.length)
  const run = promisify(execFile)
  for (const [place, command] of commands.entries()) {
    const here = command
      .replaceAll('https://academy.example.org', site)
      .replaceAll('J58E-5J8J-PRY7-K5S2', formatIdentifier(id))
      .replace(/^curl /, `curl -H "X-Forwarded-For: ${ownAddress()}" `)
    const { stdout } = await run('sh', ['-c', here], { cwd: folder })
    expect(stdout, command).toMatch(answers[place] ?? /^$/)
  }
  await rm(folder, { recursive: true })
})

test('every link of its contents leads to a heading', () => {
  const anchors = [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) expect(anchors).toContain(link)
})
