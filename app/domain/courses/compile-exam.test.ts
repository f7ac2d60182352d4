import { describe, expect, it } from 'vitest'
import type { Language } from '#app/platform/language.ts'
import { compileExam } from './compile-exam.ts'
import { sampleSurroundings } from './compile-sample.ts'

const front = '---\ntitle: Изпит\nsummary: Накратко.\n---\n'
const first = '::: quiz {#q-one lo=LO1}\nДа?\n\n- [x] да\n- [ ] не\n:::\n'
const second = '::: quiz {#q-two lo=LO2 points=3}\nПодредете.\n\n1. а\n2. б\n3. в\n:::\n'
const intro = 'Четете **внимателно**.\n'
const bank = `${front}\n${intro}\n${first}\n${second}`

function compile(bg: string | null, en: string | null = null, languages: Language[] = ['bg'], questions = 2) {
  const texts = new Map<Language, string>()
  if (bg !== null) texts.set('bg', bg)
  if (en !== null) texts.set('en', en)
  return compileExam({
    described: { questions, minutes: 10, review: 'answers' },
    drawPosition: { line: 19, column: 20 },
    around: { ...sampleSurroundings, lessonId: '' },
    folder: 'courses/passwords',
    texts,
    languages,
    outcomeIds: ['LO1', 'LO2'],
  })
}

function problems({ diagnostics }: ReturnType<typeof compile>): string[] {
  return diagnostics.map(({ file, line, column, code }) => `${file.slice(18)}:${line}:${column} ${code}`)
}

describe('an exam without faults', () => {
  it('is a bank with an introduction, its answers apart', () => {
    const compiled = compile(bank, bank, ['bg', 'en'])
    expect(problems(compiled)).toEqual([])
    expect(compiled.exam).toMatchObject({
      questions: 2,
      minutes: 10,
      review: 'answers',
      bank: [
        { id: 'q-one', kind: 'single' },
        { id: 'q-two', kind: 'order', points: 3 },
      ],
      texts: {
        en: { title: 'Изпит', summary: 'Накратко.', introHtml: '<p>Четете <strong>внимателно</strong>.</p>' },
      },
    })
    expect([...compiled.answerKeys.keys()]).toEqual(['q-one', 'q-two'])
    expect(compiled.assessed).toEqual(['LO1', 'LO2'])
    expect(JSON.stringify(compiled.exam)).not.toContain('correct')
  })

  it('may do without an introduction', () => {
    expect(compile(`${front}\n${first}\n${second}`).exam?.texts.bg.introHtml).toBe('')
  })

  it('keeps the notes of its introduction', () => {
    const compiled = compile(`${front}\nЧетете.[^1]\n\n[^1]: Внимателно.\n\n${first}\n${second}`)
    expect(problems(compiled)).toEqual([])
    expect(compiled.exam?.texts.bg.introHtml).toContain('Внимателно.')
  })

  it('in one language is shown in it to everybody', () => {
    const compiled = compile(null, bank, ['en'])
    expect(compiled.exam?.texts.bg).toEqual(compiled.exam?.texts.en)
  })
})

describe('an exam is left out', () => {
  it.each([
    ['with a bank smaller than its draw', `${front}\n${first}`, 'course.yml:19:20 exam-bank-small'],
    ['without questions', `${front}\n${intro}`, 'course.yml:19:20 exam-bank-small'],
    [
      'with a hint',
      bank.replace('- [ ] не\n', '- [ ] не\n\n> [!TIP]\n> Помислете.\n'),
      'exam.bg.md:8:1 exam-hint',
    ],
    ['with a limit of attempts', bank.replace('#q-one', '#q-one attempts=1'), 'exam.bg.md:8:1 exam-attempts'],
    [
      'with a question for no outcome',
      bank.replace('#q-one lo=LO1', '#q-one'),
      'exam.bg.md:8:1 exam-outcome',
    ],
    [
      'with text between its questions',
      bank.replace(second, `Още.\n\n${second}`),
      'exam.bg.md:15:1 exam-text',
    ],
    ['with text behind its questions', `${bank}\nКрай.\n`, 'exam.bg.md:23:1 exam-text'],
    [
      'with a note for trainers',
      bank.replace(intro, '::: trainer\nТайна.\n:::\n'),
      'exam.bg.md:6:1 exam-text',
    ],
    ['with a picture', bank.replace(intro, '![Схема.](plan.svg)\n'), 'exam.bg.md:6:1 image-outside'],
    ['with an unknown outcome', bank.replace('lo=LO2', 'lo=LO3'), 'exam.bg.md:15:18 outcome-unknown'],
    ['with one id twice', bank.replace('#q-two', '#q-one'), 'exam.bg.md:15:1 question-id-repeated'],
    ['without a title', bank.replace('title: Изпит\n', ''), 'exam.bg.md:2:1 field-missing'],
    [
      'with fields of a lesson',
      bank.replace('summary', 'outcomes: [LO1]\nsummary'),
      'exam.bg.md:3:1 field-unknown',
    ],
  ])('%s', (_, text, expected) => {
    const compiled = compile(text)
    expect(problems(compiled)).toEqual([expected])
    expect(compiled.exam).toBeNull()
    expect(compiled.answerKeys.size).toBe(0)
  })

  it('in one of its languages', () => {
    expect(problems(compile(bank, null, ['bg', 'en']))).toEqual(['exam.en.md:1:1 exam-file-missing'])
    const other = bank.replace('- [x] да\n- [ ] не', '- [ ] да\n- [x] не')
    expect(problems(compile(bank, other, ['bg', 'en']))).toEqual(['exam.en.md:8:1 language-differs'])
  })

  it('and says of a broken bank what is broken, not that it is too small', () => {
    expect(problems(compile(bank.replace('- [x] да', '- [ ] да')))).toEqual([
      'exam.bg.md:11:1 no-correct-option',
    ])
  })
})

it('a translation that is behind is only warned about', () => {
  const translated = bank.replace('summary', 'source: bg@abcdef\nsummary')
  const compiled = compile(bank, translated, ['bg', 'en'])
  expect(compiled.diagnostics).toMatchObject([{ severity: 'warning', code: 'translation-behind' }])
  expect(compiled.exam).not.toBeNull()
})
