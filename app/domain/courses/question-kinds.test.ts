import { describe, expect, it } from 'vitest'
import { compileSample, compileSampleQuestion } from './compile-sample.ts'
import { filedOrder } from './filed-order.ts'

/** What is filed, in the order in which its author wrote it. */
function asWritten<T>(name: string, filed: readonly T[]): T[] {
  const written: T[] = []
  for (const [place, authored] of filedOrder(name, filed.length).entries()) {
    const item = filed[place]
    if (item !== undefined) written[authored] = item
  }
  return written
}

describe('a question in order', () => {
  const { question, problems } = compileSampleQuestion(
    'Подредете.\n\n1. Откриване на **пробива**\n2. Ограничаване\n3. Възстановяване\n4. Поуки',
  )

  it('files its steps in another order, and keeps the right one for the key', () => {
    expect(problems).toEqual([])
    expect(question).toMatchObject({ kind: 'order', text: { promptHtml: '<p>Подредете.</p>' } })
    const filed = question?.text.optionsHtml ?? []
    expect(filed).not.toEqual(asWritten('q-a', filed))
    expect(asWritten('q-a', filed)[0]).toBe('Откриване на <strong>пробива</strong>')
    const order = question?.answer.kind === 'order' ? question.answer.order : []
    expect(order.map(place => filed[place])).toEqual(asWritten('q-a', filed))
  })

  it('leaves a list alone that belongs to a question answered in another way', () => {
    const choice = compileSampleQuestion('Имаме:\n\n1. ключ\n2. код\n\nКое е?\n\n- [x] ключ\n- [ ] код')
    expect(choice.problems).toEqual([])
    expect(choice.question).toMatchObject({
      kind: 'single',
      text: { promptHtml: expect.stringContaining('<ol>') },
    })
  })
})

describe('a matching', () => {
  const table = '| Порт | Услуга |\n|---|---|\n| 22 | SSH |\n| 443 | HTTPS |\n| 8443 | HTTPS |\n| | DNS |'

  it('pairs every left side with a filed right side; rows may share one, and one may belong to nothing', () => {
    const { question, problems } = compileSampleQuestion(`Свържете.\n\n${table}`)
    expect(problems).toEqual([])
    expect(question).toMatchObject({
      kind: 'match',
      text: {
        promptHtml: '<p>Свържете.</p>',
        headsHtml: ['Порт', 'Услуга'],
        leftHtml: ['22', '443', '8443'],
      },
    })
    const filed = question?.text.optionsHtml ?? []
    expect(asWritten('q-a', filed)).toEqual(['SSH', 'HTTPS', 'DNS'])
    const pairs = question?.answer.kind === 'match' ? question.answer.pairs : []
    expect(pairs.map(right => filed[right])).toEqual(['SSH', 'HTTPS', 'HTTPS'])
  })

  it('is not made of a table of three columns', () => {
    const wide = '| а | б | в |\n|---|---|---|\n| 1 | 2 | 3 |'
    expect(compileSampleQuestion(`Колко?\n\n${wide}`).problems).toEqual(['1:1 answer-missing'])
    const { question } = compileSampleQuestion(`Колко?\n\n${wide}\n\n**Отговор:** 3`)
    expect(question).toMatchObject({
      kind: 'number',
      text: { promptHtml: expect.stringContaining('<table>') },
    })
  })

  it('or a list: kind= says which of both is the answer', () => {
    const both = `Свържете.\n\n1. едно\n2. две\n3. три\n\n${table}`
    expect(compileSampleQuestion(both).problems).toEqual(['8:1 two-answer-shapes'])
    expect(compileSampleQuestion(both, 'kind=order').question?.kind).toBe('order')
    expect(compileSampleQuestion(both, 'kind=match').question?.kind).toBe('match')
  })
})

describe('a text with gaps', () => {
  const { question, problems } = compileSampleQuestion(
    'SSH слуша на [[22]], **[[(TCP)|UDP|ICMP]]** е надежден, π ≈ [[3.14 ± 0.01]], обвивката е [[bash | Bourne *again* shell]].',
  )

  it('has a place for each, and nothing of their answers in it', () => {
    expect(problems).toEqual([])
    expect(question?.kind).toBe('blanks')
    const prompt = question?.text.promptHtml ?? ''
    expect(prompt.match(/<span data-blank="\d"><\/span>/g)).toHaveLength(4)
    expect(prompt).not.toMatch(/22|TCP|3\.14|bash/)
  })

  it('says of each only how it is filled', () => {
    const [number, choice, decimal, text] = question?.text.blanks ?? []
    expect([number, decimal, text]).toEqual([{ kind: 'number' }, { kind: 'number' }, { kind: 'text' }])
    const options = choice?.kind === 'choice' ? choice.options : []
    expect(asWritten('q-a/1', options)).toEqual(['TCP', 'UDP', 'ICMP'])
  })

  it('keeps the answers for the key, and how they read in its language', () => {
    const options = question?.text.blanks[1]?.kind === 'choice' ? question.text.blanks[1].options : []
    expect(question?.answer).toEqual({
      kind: 'blanks',
      blanks: [
        { kind: 'number', value: 22, tolerance: 0 },
        { kind: 'choice', correct: options.indexOf('TCP') },
        { kind: 'number', value: 3.14, tolerance: 0.01 },
        { kind: 'text', accepted: [{ literal: 'bash' }, { literal: 'Bourne again shell' }] },
      ],
    })
    expect(question?.keyText.blankTexts).toEqual(['22', 'TCP', '3,14', 'bash'])
  })

  it.each([
    ['a pattern with a bar in it', '[[SSH | /^(open|secure) shell$/i]]', '^(open|secure) shell$'],
    ['a pattern after a bar', '[[SSH | /^ssh2?$/]]', '^ssh2?$'],
  ])('may be given %s', (_, gap, pattern) => {
    const { question: read, problems: none } = compileSampleQuestion(`Това е ${gap}.`)
    expect(none).toEqual([])
    expect(read?.answer).toMatchObject({
      kind: 'blanks',
      blanks: [{ kind: 'text', accepted: [{ literal: 'SSH' }, { pattern }] }],
    })
  })

  it.each([
    ['two right choices', '[[(TCP)|(UDP)]]', 'blank-choices'],
    ['one choice', '[[(TCP)]]', 'blank-choices'],
    ['a choice twice', '[[(TCP)|UDP|UDP]]', 'blank-choices'],
    ['an empty choice', '[[(TCP)||UDP]]', 'blank-choices'],
    ['a decimal comma', '[[3,14]]', 'answer-number'],
    ['an empty alternative', '[[SSH||TLS]]', 'answer-empty'],
    ['a pattern alone', '[[/^ssh$/]]', 'answer-unreadable'],
    ['a pattern that does not compile', '[[SSH | /(?=x)/]]', 'answer-pattern'],
    ['a unit', '[[16 бита]]', 'answer-unit'],
  ])('with %s is reported at the gap', (_, gap, code) => {
    expect(compileSampleQuestion(`Това е ${gap}.`).problems).toEqual([`2:8 ${code}`])
  })

  it('stays text in code, and outside of questions', () => {
    expect(compileSampleQuestion('Файлът `[[22]]`?\n\n**Отговор:** 3').question?.text.promptHtml).toContain(
      '[[22]]',
    )
    const { segments } = compileSample('Пише [[22]].')
    expect(segments).toEqual([{ kind: 'html', html: '<p>Пише [[22]].</p>' }])
  })

  it('cannot have another answer as well', () => {
    expect(compileSampleQuestion('Това е [[22]].\n\n**Отговор:** 3').problems).toEqual([
      expect.stringMatching(/^\d+:\d+ two-answer-shapes$/),
    ])
  })
})

describe('what stands around the answer', () => {
  it('is the question, its hints in their order, and its explanation', () => {
    const { question, problems } = compileSampleQuestion(
      'Първо.\n\nВторо.\n\n- [x] да\n  > Браво.\n- [ ] не\n\n> [!TIP]\n> Едно.\n\n> [!TIP]\n> Две.\n\n> [!NOTE]\n> Защото.\n\n> [!NOTE]\n> И още.',
      'points=3 attempts=2 partial=no shuffle lo=LO2',
    )
    expect(problems).toEqual([])
    expect(question).toMatchObject({
      id: 'q-a',
      points: 3,
      attempts: 2,
      partial: false,
      shuffle: true,
      outcome: 'LO2',
      hints: 2,
      line: 1,
      text: { promptHtml: '<p>Първо.</p>\n<p>Второ.</p>', optionsHtml: ['да', 'не'] },
      keyText: {
        hintsHtml: ['<p>Едно.</p>', '<p>Две.</p>'],
        explanationHtml: '<p>Защото.</p>\n<p>И още.</p>',
        feedbackHtml: ['<p>Браво.</p>', ''],
      },
    })
    expect(JSON.stringify(question?.text)).not.toMatch(/Едно|Защото|Браво/)
  })

  it('may be the other callouts, which are part of the question', () => {
    const { question } = compileSampleQuestion('> [!WARNING]\n> Внимавайте.\n\n**Отговор:** 3')
    expect(question?.text.promptHtml).toContain('Внимавайте.')
    expect(question).toMatchObject({ hints: 0, keyText: { explanationHtml: '' } })
  })

  it.each([
    ['a heading', '## Заглавие', '3:1 question-content'],
    ['another block', '::: keypoints\n- а\n:::', '3:1 question-content'],
  ])('is never %s', (_, block, problem) => {
    const fence = `:::: quiz {#q-a lo=LO1}\nДа?\n${block}\n\n**Отговор:** 3\n::::\n`
    expect(
      compileSample(fence).problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ).toContain(problem)
  })
})

describe('kind=', () => {
  const shapes = {
    options: '- [x] да\n- [ ] не',
    several: '- [x] да\n- [x] може би\n- [ ] не',
    answer: '**Отговор:** 1.10',
    order: '1. а\n2. б\n3. в',
    match: '| а | б |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
    blanks: 'Това е [[22]].',
  }
  const allowed: Record<keyof typeof shapes, string[]> = {
    options: ['single', 'multiple'],
    several: ['multiple'],
    answer: ['number', 'text'],
    order: ['order'],
    match: ['match'],
    blanks: ['blanks'],
  }

  it.each(Object.entries(allowed))('lets %s be %j and nothing else', (shape, kinds) => {
    const content = `Въпрос?\n\n${shapes[shape as keyof typeof shapes]}`
    for (const kind of ['single', 'multiple', 'number', 'text', 'order', 'match', 'blanks']) {
      const { question, problems } = compileSampleQuestion(content, `kind=${kind}`)
      if (kinds.includes(kind)) expect([kind, question?.kind, problems]).toEqual([kind, kind, []])
      else {
        expect([kind, question]).toEqual([kind, null])
        expect(problems.some(problem => /question-kind|answer-missing/.test(problem))).toBe(true)
      }
    }
  })

  it('is taken from the shape when nobody says it', () => {
    const kinds = Object.values(shapes).map(
      shape => compileSampleQuestion(`Въпрос?\n\n${shape}`).question?.kind,
    )
    expect(kinds).toEqual(['single', 'multiple', 'number', 'order', 'match', 'blanks'])
  })
})
