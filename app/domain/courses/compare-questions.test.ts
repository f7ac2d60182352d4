import { describe, expect, it } from 'vitest'
import { compareQuestions } from './compare-questions.ts'
import { compileSample } from './compile-sample.ts'

const kinds = {
  single: '- [x] да\n- [ ] не\n- [ ] може би',
  multiple: '- [x] да\n- [x] не\n- [ ] може би',
  number: '**Отговор:** 37.6 ± 0.2',
  text: '**Отговор:** SSH | /^ssh$/i',
  order: '1. а\n2. б\n3. в',
  match: '| а | б |\n|---|---|\n| 1 | x |\n| 2 | y |\n| | z |',
  blanks: '[[22]] и [[(TCP)|UDP|IP]] и [[SSH]]',
}

type Kind = keyof typeof kinds

function question(kind: Kind, options = '', content = kinds[kind]): string {
  return `::: quiz {#q-${kind} lo=LO1 ${options}}\nВъпрос?\n\n${content}\n:::\n\n`
}

function questionsOf(...parts: string[]) {
  const { questions, problems } = compileSample(parts.join(''))
  expect(problems).toEqual([])
  return questions
}

function compared(original: string[], translation: string[]): string[] {
  const problems = compareQuestions(questionsOf(...original), questionsOf(...translation), 'lesson.bg.md')
  return problems.map(({ line, code, message }) => `${line} ${code}: ${message}`)
}

const every = Object.keys(kinds) as Kind[]

describe('two languages', () => {
  it('agree when only words differ', () => {
    expect(
      compared(
        every.map(kind => question(kind)),
        every.map(kind => question(kind)),
      ),
    ).toEqual([])
    expect(
      compared(
        [question('text'), question('blanks'), question('order')],
        [
          question('text', '', '**Answer:** Secure Shell'),
          question('blanks', '', '[[22.0]] then [[(yes)|no|maybe]] then [[Secure Shell | /^s$/]]'),
          question('order', '', '1. one\n2. two\n3. three'),
        ],
      ),
    ).toEqual([])
  })

  it.each(every.flatMap(kind => every.filter(other => other !== kind).map(other => [kind, other] as const)))(
    'differ when one has the kind %s and the other %s',
    (kind, other) => {
      const renamed = question(other).replace(`#q-${other}`, `#q-${kind}`)
      const [first] = compared([question(kind)], [renamed])
      expect(first).toBe(
        `1 language-differs: The kind of "q-${kind}": here ${other}, but ${kind} in lesson.bg.md (line 1).`,
      )
    },
  )

  it.each<[string, Kind, string, string | undefined, string]>([
    ['points', 'single', 'points=2', undefined, 'The points of "q-single": here 2, but 1'],
    ['attempts', 'single', 'attempts=3', undefined, 'The number of attempts of "q-single": here 3, but any'],
    [
      'partial points',
      'order',
      'partial=no',
      undefined,
      'The partial points of "q-order": here false, but true',
    ],
    ['shuffling', 'single', 'shuffle', undefined, 'The order of options of "q-single": here shuffled'],
    [
      'hints',
      'number',
      '',
      `${kinds.number}\n\n> [!TIP]\n> А`,
      'The number of hints of "q-number": here 1, but 0',
    ],
    ['the right option', 'single', '', '- [ ] да\n- [x] не\n- [ ] а', 'here option 2, but option 1'],
    ['right options', 'multiple', '', '- [x] да\n- [ ] не\n- [x] а', 'here options 1, 3, but options 1, 2'],
    [
      'the number of options',
      'single',
      '',
      '- [x] да\n- [ ] не',
      'The number of options of "q-single": here 2',
    ],
    ['the number', 'number', '', '**Отговор:** 37.5 ± 0.2', 'here 37.5 ± 0.2, but 37.6 ± 0.2'],
    ['the tolerance', 'number', '', '**Отговор:** 37.6', 'here 37.6 ± 0, but 37.6 ± 0.2'],
    ['steps', 'order', '', '1. а\n2. б\n3. в\n4. г', 'The number of options of "q-order": here 4, but 3'],
    [
      'pairs',
      'match',
      '',
      '| а | б |\n|---|---|\n| 1 | x |\n| 2 | x |\n| | y |\n| | z |',
      'here pairs 1–1, 2–1, but pairs 1–1, 2–2',
    ],
    ['left sides', 'match', '', `${kinds.match}\n| 3 | x |`, 'The number of left sides of "q-match": here 3'],
    [
      'a number in a gap',
      'blanks',
      '',
      '[[23]] [[(T)|U|I]] [[S]]',
      'here 23 ± 0, choice 1 of 3, text, but 22 ± 0',
    ],
    [
      'the right choice of a gap',
      'blanks',
      '',
      '[[22]] [[T|(U)|I]] [[S]]',
      'choice 2 of 3, text, but 22 ± 0, choice 1',
    ],
    [
      'the choices of a gap',
      'blanks',
      '',
      '[[22]] [[(T)|U]] [[S]]',
      'choice 1 of 2, text, but 22 ± 0, choice 1 of 3',
    ],
    [
      'the number of gaps',
      'blanks',
      '',
      '[[22]] [[(T)|U|I]]',
      'here 22 ± 0, choice 1 of 3, but 22 ± 0, choice 1 of 3, text',
    ],
    ['the kind of a gap', 'blanks', '', '[[22]] [[(T)|U|I]] [[5]]', 'choice 1 of 3, 5 ± 0, but'],
  ])('differ in %s', (_, kind, options, content, message) => {
    const problems = compared([question(kind)], [question(kind, options, content)])
    expect(problems[0]).toContain(message)
  })

  it('differ in the outcome', () => {
    const other = question('single').replace('lo=LO1', 'lo=LO2')
    expect(compared([question('single')], [other])).toEqual([expect.stringContaining('outcome')])
  })

  it('must have the same questions in the same order', () => {
    const [single, number, text] = [question('single'), question('number'), question('text')]
    expect(compared([single, number], [single])).toEqual([
      '1 language-missing-question: The question "q-number" of lesson.bg.md (line 9) is missing here.',
    ])
    expect(compared([single], [single, text])).toEqual([
      '9 language-extra-question: There is no question "q-text" in lesson.bg.md.',
    ])
    expect(compared([single, number, text], [single, text, number])).toEqual([
      '9 language-order: Here stands "q-text", where lesson.bg.md has "q-number".',
    ])
    expect(compared([single], [])).toEqual([expect.stringContaining('1 language-missing-question')])
    expect(compared([], [])).toEqual([])
  })
})
