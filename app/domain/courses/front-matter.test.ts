import { describe, expect, it } from 'vitest'
import { lessonFrontMatter, readFrontMatter } from './front-matter.ts'

const fields = ['title: Пароли', 'summary: Кратко.', 'outcomes: [LO1]', 'minutes: { read: 12, practice: 5 }']

function read(...lines: string[]) {
  return readFrontMatter(['---', ...lines, '---', 'Текст'].join('\n'), lessonFrontMatter)
}

describe('readFrontMatter', () => {
  it('reads the fields and keeps the line numbers of the body', () => {
    const { value, body, problems } = read(...fields)
    expect(problems).toEqual([])
    expect(value).toEqual({
      title: 'Пароли',
      summary: 'Кратко.',
      outcomes: ['LO1'],
      minutes: { read: 12, practice: 5 },
      source: null,
    })
    expect(body).toBe('\n\n\n\n\n\nТекст')
  })

  it('takes what is left out for absent', () => {
    expect(read('title: А', 'summary: Б', 'minutes: { read: 3 }').value).toMatchObject({
      outcomes: [],
      minutes: { read: 3, practice: 0 },
    })
  })

  it('accepts the mark of a translation', () => {
    expect(read(...fields, 'source: bg@1a2b3c4').value?.source).toBe('bg@1a2b3c4')
  })

  it.each([
    [
      'an unknown field, with a suggestion',
      [...fields, 'sumary: x'],
      6,
      1,
      'field-unknown',
      'did you mean "summary"?',
    ],
    [
      'an unknown inner field',
      ['title: А', 'summary: Б', 'minutes: { read: 3, practise: 1 }'],
      4,
      21,
      'field-unknown',
      'did you mean "practice"?',
    ],
    ['a missing field', fields.slice(1), 2, 1, 'field-missing', 'write a text'],
    [
      'a number out of range',
      ['title: А', 'summary: Б', 'minutes: { read: 0 }'],
      4,
      18,
      'field-invalid',
      'write a whole number from 1 to 600',
    ],
    [
      'text in place of a list',
      ['title: А', 'summary: Б', 'outcomes: LO1', 'minutes: { read: 3 }'],
      4,
      11,
      'field-invalid',
      'write a list: [A, B]',
    ],
    [
      'an outcome named twice',
      ['title: А', 'summary: Б', 'outcomes: [LO1, LO1]', 'minutes: { read: 3 }'],
      4,
      11,
      'field-invalid',
      'name each entry once',
    ],
    [
      'an empty title',
      ['title: ""', 'summary: Б', 'minutes: { read: 3 }'],
      2,
      8,
      'field-invalid',
      'write a text',
    ],
    [
      'a mark of a translation that says nothing',
      [...fields, 'source: bulgarian'],
      6,
      9,
      'field-invalid',
      'npx zagore content translated FILE',
    ],
    ['a field written twice', [...fields, 'title: Б'], 6, 1, 'yaml', 'keep one'],
    ['text with a colon out of quotes', ['title: А: Б', ...fields.slice(1)], 2, 8, 'yaml', 'in quotes'],
    [
      'a reference',
      ['title: &t А', 'summary: *t', 'minutes: { read: 3 }'],
      3,
      10,
      'yaml-alias',
      'write the value out',
    ],
    ['a tag', ['title: !!js/function "x"', ...fields.slice(1)], 2, 8, 'yaml', 'look at'],
    ['a list in place of fields', ['- a'], 2, 1, 'field-invalid', 'one field on each line'],
    ['nothing between the lines', [], 1, 1, 'field-invalid', 'one field on each line'],
  ])('reports %s', (_, lines, line, column, code, remedy) => {
    const { value, problems } = read(...lines)
    expect(value).toBeNull()
    expect(problems).toContainEqual(
      expect.objectContaining({
        line,
        column,
        code,
        severity: 'error',
        remedy: expect.stringContaining(remedy),
      }),
    )
  })

  it('reports several faults at once', () => {
    expect(
      read('titel: А', 'minutes: { read: 0 }')
        .problems.map(problem => problem.code)
        .toSorted(),
    ).toEqual(['field-invalid', 'field-missing', 'field-missing', 'field-unknown'])
  })

  it('is not exhausted by references to references', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, index) => {
        const before = 'abcdefghij'[index]
        return `${name}: &${name} [${`*${before},`.repeat(9)}]`
      }),
    ]
    expect(read(...bomb).value).toBeNull()
  })

  it('reports a lesson that begins with its text', () => {
    const { problems, body } = readFrontMatter('Текст', lessonFrontMatter)
    expect(problems).toMatchObject([{ line: 1, column: 1, code: 'front-matter-missing' }])
    expect(body).toBe('Текст')
  })

  it('reports a description that does not end', () => {
    expect(readFrontMatter('---\ntitle: А\n', lessonFrontMatter).problems).toMatchObject([
      { line: 1, code: 'front-matter-unclosed' },
    ])
  })
})
