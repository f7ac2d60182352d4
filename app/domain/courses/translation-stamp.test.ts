import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translationProblems } from './translation-problems.ts'
import { sectionsOf, staleSections, stampOf } from './translation-stamp.ts'

const head = '---\ntitle: Пароли\nsummary: Кратко.\n---\n\nУвод.\n\n'
const sections = { one: '## Първо\n\nЕдно.\n\n', two: '## Второ\n\nДве.\n\n', three: '## Трето\n\nТри.\n\n' }
const { one, two, three } = sections
const original = head + one + two + three

function behind(after: string, before = original): string[] {
  return staleSections(stampOf('bg', before), after).map(
    ({ section, change }) => `${change} ${section?.heading ?? (section === null ? '?' : 'beginning')}`,
  )
}

describe('the sections of a text', () => {
  it('are its beginning and its second-level headings, with their lines', () => {
    expect(sectionsOf(original).map(({ heading, line }) => [heading, line])).toEqual([
      [null, 1],
      ['Първо', 8],
      ['Второ', 12],
      ['Трето', 16],
    ])
  })

  it('do not begin inside code', () => {
    const code = '````md\n## не\n```\n## и това не\n```\n````\n'
    expect(sectionsOf(head + code + one).map(({ heading }) => heading)).toEqual([null, 'Първо'])
    expect(sectionsOf('~~~\n## не\n~~~\n## да ##\n').map(({ heading }) => heading)).toEqual([null, 'да'])
  })

  it('are the same when only blanks at the ends of lines, empty lines or their own stamp differ', () => {
    const loose = original.replaceAll('.\n', '.  \n').replace('Две.', '\n\n\nДве.')
    expect(stampOf('bg', loose)).toBe(stampOf('bg', original))
    const stamped = original.replace('summary:', 'source: en@abcdef\nsummary:')
    expect(stampOf('bg', stamped)).toBe(stampOf('bg', original))
  })
})

describe('what is behind in a translation', () => {
  it.each<[string, string, string[]]>([
    ['nothing changed', original, []],
    ['a section was edited', original.replace('Две.', 'Две и половина.'), ['changed Второ']],
    ['a heading was edited', original.replace('## Второ', '## Две'), ['changed Две']],
    ['the description was edited', original.replace('Кратко.', 'Дълго.'), ['changed beginning']],
    ['a section was added', `${head}${one}## Ново\n\nОще.\n\n${two}${three}`, ['added Ново']],
    ['a section was removed', head + one + three, ['removed ?']],
    ['sections were moved', head + three + one + two, []],
    ['one was moved and one edited', head + three + one + two.replace('Две', '2'), ['changed Второ']],
    [
      'one was edited and one added',
      `${original.replace('Едно.', '1.')}## Ново\n\nОще.\n`,
      ['changed Първо', 'added Ново'],
    ],
    [
      'two were edited and one of them removed',
      head + one.replace('Едно', '1') + three,
      ['changed Първо', 'removed ?'],
    ],
    [
      'everything was written anew',
      '---\n---\nДруго.',
      ['changed beginning', 'removed ?', 'removed ?', 'removed ?'],
    ],
  ])('when %s', (_, after, expected) => {
    expect(behind(after)).toEqual(expected)
  })

  it('tells one of two equal sections from both', () => {
    expect(behind(head + one + one, head + one)).toEqual(['added Първо'])
    expect(behind(head + one, head + one + one)).toEqual(['removed ?'])
  })

  it('is nothing right after stamping, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(one, two, three, '```\n', '~~~~\n')),
        (text, parts) => {
          const source = text + parts.join('')
          expect(staleSections(stampOf('bg', source), source)).toEqual([])
        },
      ),
    )
  })

  it('never counts more than there is, and comes in the order of the text', () => {
    const texts = fc
      .array(fc.constantFrom(one, two, three, '## Ново\n\nX\n'))
      .map(parts => head + parts.join(''))
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const stale = staleSections(stampOf('bg', before), after)
        const lines = stale.map(({ section }) => section?.line ?? Infinity)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        const there = stale.filter(({ change }) => change !== 'removed').length
        expect(there).toBeLessThanOrEqual(sectionsOf(after).length)
      }),
    )
  })
})

describe('the problems of a translation', () => {
  it('are none without a stamp', () => {
    expect(translationProblems(null, original, 'bg', 'lesson.bg.md')).toEqual({ problems: [], behind: [] })
  })

  it('are an error when it names another original', () => {
    const { problems, behind: none } = translationProblems('en@abcdef', original, 'bg', 'lesson.bg.md')
    expect(problems).toMatchObject([{ severity: 'error', code: 'translation-source' }])
    expect(none).toEqual([])
  })

  it('are one warning for every section, with its name and line in the original', () => {
    const after = `${original.replace('Две.', '2.').replace('Увод.', 'Начало.')}## Ново\n\nОще.\n`
    const { problems, behind: stale } = translationProblems(
      stampOf('bg', original),
      after,
      'bg',
      'lesson.bg.md',
    )
    expect(problems.map(({ message }) => message)).toEqual([
      'The description or the beginning has changed in lesson.bg.md (line 1) since this translation was made.',
      'The section "Второ" has changed in lesson.bg.md (line 12) since this translation was made.',
      'The section "Ново" is new in lesson.bg.md (line 20) since this translation was made.',
    ])
    expect(stale).toEqual([
      { heading: null, change: 'changed' },
      { heading: 'Второ', change: 'changed' },
      { heading: 'Ново', change: 'added' },
    ])
  })
})
