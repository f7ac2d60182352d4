import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEnvironment } from './environment.ts'
import { markdownLabels } from './labels.ts'
import { parseMarkdown, renderTokens } from './renderer.ts'

const folder = new URL('./fixtures/', import.meta.url)

/** A fixture is a title, then the Markdown and the HTML, each between lines with a single dot. */
const CASE = /^(\S.*)\n\.\n([\s\S]*?)\n\.\n([\s\S]*?)\n\.$/gm

for (const file of readdirSync(folder)) {
  describe(`fixtures of ${file.replace('.txt', '')}`, () => {
    const cases = [...readFileSync(new URL(file, folder), 'utf8').matchAll(CASE)]
    it('are found', () => {
      expect(cases.length).toBeGreaterThan(0)
    })
    for (const [, title = '', markdown = '', html] of cases) {
      it(title, () => {
        expect(render(markdown)).toBe(html)
      })
    }
  })
}

/** HTML, then a line `!! line:column code` for every problem. */
function render(markdown: string): string {
  const environment = createEnvironment({
    labels: markdownLabels.bg,
    resolveImage: name =>
      name === 'plan.svg'
        ? { ok: true, src: '/files/plan.svg', width: 640, height: 480 }
        : { ok: false, code: 'image-missing', message: '', remedy: '' },
    resolveLink: address =>
      address.startsWith('../')
        ? { ok: true, href: '/bg/lesson' }
        : { ok: false, code: 'link-broken', message: '', remedy: '' },
    resolveTerm: id =>
      id === 'mfa'
        ? {
            ok: true,
            term: 'Втори фактор',
            definition: 'Още едно <доказателство> & нищо повече.',
            href: '/bg/glossary#mfa',
          }
        : { ok: false, code: 'glossary-unknown', message: '', remedy: '' },
  })
  const html = renderTokens(parseMarkdown(markdown, environment), environment)
  const problems = environment.problems.map(({ line, column, code }) => `!! ${line}:${column} ${code}`)
  return [html, ...problems].filter(part => part !== '').join('\n')
}
