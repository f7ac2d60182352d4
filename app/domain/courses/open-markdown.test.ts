import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLessonText } from './compile-lesson-text.ts'
import { contentAddresses } from './content-address.ts'
import { noGlossary } from './glossary.ts'
import { sampleFrontMatter } from './sample-content.ts'

function compile(body: string) {
  return compileLessonText({
    source: sampleFrontMatter + body,
    language: 'bg',
    outcomeIds: ['LO1'],
    around: {
      courseId: 'passwords',
      lessonId: 'first',
      files: new Map(),
      unfit: new Set(),
      glossary: noGlossary,
      lessonFolders: new Map([['010-first', 'first']]),
      addresses: contentAddresses,
    },
  })
}

const head = '---\ntitle: Пароли\nsummary: Как се избира парола.\n---\n'

/** The open form of a body that has no error. */
function opened(body: string): string {
  const { text, problems } = compile(body)
  expect(problems.filter(problem => problem.severity === 'error')).toEqual([])
  expect(text.openMarkdown.startsWith(head)).toBe(true)
  return text.openMarkdown.slice(head.length).trim()
}

describe('prose', () => {
  const prose = [
    'Текст с **удебелено** и `код`[^1], и [препратка][линк].',
    '## Заглавие',
    '1. едно\n   - две\n2. три',
    '```bash title="Име"\nls -l # - [x] не е отговор\n```',
    '| А | Б |\n|---|---|\n| 1 | 2 |',
    '> [!WARNING]\n> Внимавайте.',
    '- [x] готова задача',
    '::: keypoints\n- Запомнете.\n:::',
    ':::: exercise {#e}\nНаправете.\n\n::: solution\nГотово.\n:::\n::::',
    '[линк]: https://example.org',
    '[^1]: Бележка\n    на два реда.',
  ].join('\n\n')

  it('stays as it was written, definitions of links and notes included', () => {
    expect(opened(prose)).toBe(prose)
  })

  it('is given without notes for trainers, and without notes that nobody calls', () => {
    const { text } = compile('Едно.\n\n::: trainer\nТайна.\n:::\n\nДве.\n\n[^x]: Тайна.\n')
    expect(text.openMarkdown.slice(head.length).trim()).toBe('Едно.\n\nДве.')
  })
})

describe('a question', () => {
  it('of choices loses its marks, feedback, hints and explanation', () => {
    expect(
      opened(
        '::: quiz {#q-a points=2 shuffle lo=LO1}\nКоя?\n\n```text\nкод\n```\n\n- [ ] `а`\n  > Тайна 1.\n- [x] **б**\n  > Тайна 2.\n\n> [!TIP]\n> Тайна 3.\n\n> [!NOTE]\n> Тайна 4.\n:::',
      ),
    ).toBe(
      '::: quiz {#q-a points=2}\nКоя?\n\n```text\nкод\n```\n\n- [ ] `а`\n\n- [ ] **б**\n:::'.replace(
        '`а`\n\n-',
        '`а`\n-',
      ),
    )
  })

  it('that is answered in words loses its answer', () => {
    expect(opened('::: quiz {#q-a}\nКолко?\n\n**Отговор:** 37.6 ± 0.2\n:::')).toBe(
      '::: quiz {#q-a}\nКолко?\n:::',
    )
  })

  it('of steps gives them without numbers, in the order in which they are filed', () => {
    const { text, questions } = compile(
      '::: quiz {#q-a}\nПодредете.\n\n1. едно\n2. две\n3. три\n4. четири\n:::',
    )
    const filed = questions[0]?.text.optionsHtml.map(html => `- ${html}`).join('\n')
    expect(filed).not.toBe('- едно\n- две\n- три\n- четири')
    expect(text.openMarkdown.slice(head.length).trim()).toBe(`::: quiz {#q-a}\nПодредете.\n\n${filed}\n:::`)
  })

  it('of pairs gives the right side in the order in which it is filed', () => {
    const { text, questions } = compile(
      '::: quiz {#q-a}\nСвържете.\n\n| Порт | Услуга |\n|---|---|\n| 22 | `SSH` |\n| 443 | HTTPS |\n| 80 | HTTP |\n|  | a \\| b |\n:::',
    )
    const sources: Record<string, string> = { '<code>SSH</code>': '`SSH`', 'a | b': 'a \\| b' }
    const filed = questions[0]?.text.optionsHtml.map(html => sources[html] ?? html) ?? []
    const left = ['22', '443', '80', '']
    expect(filed).toHaveLength(4)
    expect(text.openMarkdown.slice(head.length).trim()).toBe(
      `::: quiz {#q-a}\nСвържете.\n\n| Порт | Услуга |\n|---|---|\n${filed.map((right, row) => `| ${left[row]} | ${right} |`).join('\n')}\n:::`,
    )
  })

  it('of gaps has them empty, with the choices where there are some', () => {
    const { text, questions } = compile(
      '::: quiz {#q-a}\nПорт [[22]].\n\nТук [[(TCP) | UDP]], а π ≈ [[3.14 ± 0.01]].\n:::',
    )
    const blank = questions[0]?.text.blanks[1]
    const choices = blank?.kind === 'choice' ? blank.options.join(' | ') : ''
    expect(text.openMarkdown.slice(head.length).trim()).toBe(
      `::: quiz {#q-a}\nПорт [[ ]].\n\nТук [[ ${choices} ]], а π ≈ [[ ]].\n:::`,
    )
  })

  it('whose gaps cannot be told from code has all of them empty', () => {
    expect(opened('::: quiz {#q-a}\nВ `[[22]]` и [[22]] и [[(TCP) | UDP]].\n:::')).toBe(
      '::: quiz {#q-a}\nВ `[[ ]]` и [[ ]] и [[ ]].\n:::',
    )
  })
})

it('a text with an error has no open form', () => {
  const body = 'Текст.\n\n- в списък\n\n  ::: quiz {#q-a}\n  Коя?\n\n  - [x] тайна\n  - [ ] друга\n  :::\n'
  expect(compile(body).text.openMarkdown.trim()).toBe(head.trim())
})

/** Words that stand nowhere but in the secret half. */
const secret = fc.nat(99_999).map(number => `тайна${number}`)
const open = fc.constantFrom(
  'Кое?',
  'Прочетете:\n\n* едно\n* две',
  '> Цитат.',
  '```text\nкод\n```',
  'Вижте $x^2$.',
)

const quiz = fc
  .record({
    kind: fc.constantFrom('choice', 'number', 'text', 'pattern', 'blanks'),
    prompt: open,
    words: fc.array(secret, { minLength: 6, maxLength: 6 }),
    mark: fc.constantFrom('[x]', '[X]', '[х]'),
  })
  .map(({ kind, prompt, words: [a, b, c, d, e, f], mark }) => {
    const answer = {
      choice: `- ${mark} първо\n  > ${a}\n- [ ] второ\n  > ${b}`,
      number: '**Отговор:** 98765.4321',
      text: `**Отговор:** ${a} | ${b}`,
      pattern: `**Answer:** ${a} | /^${b}$/i`,
      blanks: `Порт [[${a}]] и [[ ${b} | ${e} ]], също [[98765.4321]].`,
    }[kind]
    return `${prompt}\n\n${answer}\n\n> [!TIP]\n> ${c}\n\n> [!TIP]\n> ${d}\n\n> [!NOTE]\n> ${f}`
  })

it('no string of an answer key stands in the open form, however questions and prose are mixed', () => {
  const part = fc.oneof(
    quiz.map(text => ({ quiz: text })),
    open.map(text => ({ prose: text })),
    secret.map(text => ({ trainer: text })),
  )
  let compared = 0
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), parts => {
      const body = parts
        .map((each, index) => {
          if ('quiz' in each) return `::: quiz {#q-${index} lo=LO1}\n${each.quiz}\n:::`
          return 'trainer' in each ? `::: trainer\n${each.trainer}\n:::` : each.prose
        })
        .join('\n\n')
      const { text, questions, problems } = compile(body)
      expect(problems.filter(problem => problem.severity === 'error')).toEqual([])
      expect(questions).toHaveLength(parts.filter(each => 'quiz' in each).length)
      expect(text.openMarkdown).not.toMatch(/тайна|98765|\[[xXх]\]|Отговор|Answer|TIP|NOTE/)
      compared += questions.length
    }),
  )
  expect(compared).toBeGreaterThan(50)
})
