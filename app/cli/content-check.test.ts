import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { sampleFiles, sampleLesson } from '#app/domain/courses/sample-content.ts'
import { temporaryContent } from '#app/domain/courses/temporary-content.server.ts'
import { runContentCheck } from './content-check.ts'

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const code = await runContentCheck(args)
  return { code, output: printed.mock.calls.map(call => String(call[0])).join('\n') }
}

const lesson = 'courses/passwords/010-first/lesson.bg.md'

describe('zagore content check', () => {
  it('says that everything can be published', async () => {
    expect(await run(temporaryContent())).toEqual({
      code: 0,
      output: '0 errors, 0 warnings.\nEverything can be published.',
    })
  })

  it('prints every error with its place, and what to do next', async () => {
    const source = sampleLesson.replace('## Първо', '# Първо').replace('(plan.svg)', '(plam.svg)')
    const { code, output } = await run(temporaryContent({ [lesson]: source }))
    expect(code).toBe(1)
    expect(output).toMatch(
      /lesson\.bg\.md:7:8: There is no picture "plam\.svg"\. \(did you mean "plan\.svg"\?\)/,
    )
    expect(output).toMatch(/lesson\.bg\.md:9:1: /)
    expect(output).toMatch(/2 errors, 0 warnings\.\n.*run this again/)
  })

  it('passes with warnings', async () => {
    const { code, output } = await run(temporaryContent({ 'courses/passwords/010-first/x.tmp': 'x' }))
    expect(code).toBe(0)
    expect(output).toMatch(/^Warnings:/)
    expect(output).toMatch(/0 errors, 1 warning\./)
  })

  it('prints JSON for other tools', async () => {
    const { code, output } = await run('--json', temporaryContent({ [lesson]: 'x' }))
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({
      errors: 1,
      diagnostics: [
        {
          severity: 'error',
          file: expect.stringContaining(lesson),
          line: 1,
          column: 1,
          code: 'front-matter-missing',
        },
      ],
    })
  })

  it('counts courses on a terminal alone, apart from what it prints, and leaves nothing behind', async () => {
    const files = Object.entries(sampleFiles).map(([path, text]) => [
      path.replace('passwords', 'other'),
      text,
    ])
    const folder = temporaryContent(Object.fromEntries(files))
    const told: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation(text => {
      told.push(String(text))
      return true
    })
    const isTTY = process.stderr.isTTY
    onTestFinished(() => {
      process.stderr.isTTY = isTTY
    })
    process.stderr.isTTY = false
    const quiet = await run('--json', folder)
    expect(told).toEqual([])
    process.stderr.isTTY = true
    const { output } = await run('--json', folder)
    expect(told).toEqual(['\r1 of 2 courses', `\r${' '.repeat(30)}\r`])
    // The second of two equal documents.
    expect(output).toBe(`${quiet.output}\n${quiet.output}`)
  })

  it('says in one sentence that a folder is missing', async () => {
    const { code, output } = await run(join(temporaryContent(), 'nowhere'))
    expect(code).toBe(2)
    expect(output).toMatch(
      /^There is no folder .*nowhere: give the path of the folder that holds "courses"\.$/,
    )
  })

  it('refuses what it does not understand', async () => {
    expect((await run('--jsn')).output).toMatch(/There is no option --jsn\. Usage:/)
    expect((await run('a', 'b')).code).toBe(2)
    expect((await run('--help')).code).toBe(0)
  })
})
