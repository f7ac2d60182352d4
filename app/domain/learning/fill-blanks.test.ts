import { expect, test } from 'vitest'
import { findUnsafeHtml } from '#app/markdown/find-unsafe-html.ts'
import { type BlankField, fillBlanks } from './fill-blanks.ts'
import { plainWords } from './plain-words.ts'

const labels = { gap: 'Празно място', choose: 'изберете' }
const prompt = '<p>Порт <span data-blank="0"></span> и <span data-blank="1"></span></p>'
const typed: BlankField = { blank: { kind: 'number' }, choices: [], value: '22', right: null }
const chosen: BlankField = {
  blank: { kind: 'choice', options: ['TCP', '<UDP>'] },
  choices: [
    { id: 'k1', option: 1 },
    { id: 'k0', option: 0 },
  ],
  value: 'k0',
  right: false,
}

test('a gap becomes a field with a name, a label and what stands in it', () => {
  expect(fillBlanks(prompt, [typed, chosen], 'answer:q-a', labels)).toBe(
    '<p>Порт <input class="gap number" name="answer:q-a" aria-label="Празно място 1" inputmode="decimal" autocomplete="off" autocapitalize="off" spellcheck="false" value="22"> и ' +
      '<select class="gap wrong" name="answer:q-a" aria-label="Празно място 2" aria-invalid="true"><option value="">изберете</option>' +
      '<option value="k1">&#60;UDP&#62;</option><option value="k0" selected="">TCP</option></select></p>',
  )
})

test('whatever was typed cannot leave its field', () => {
  const nasty = { ...typed, blank: { kind: 'text' as const }, value: `"><script>alert(1)</script>'&` }
  const html = fillBlanks(prompt, [nasty, typed], 'answer:q-a', labels)
  expect(html).not.toContain('<script')
  expect(html).toContain('value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#39;&#38;"')
})

test('a prompt that was not filled still holds nothing unsafe', () => {
  expect(findUnsafeHtml(prompt)).toBeNull()
})

test('the words of an option lose its marks and keep its letters', () => {
  expect(plainWords('<code>a &lt; b</code> и <em>„c&amp;d“</em>\n край')).toBe('a < b и „c&d“ край')
})
