import { describe, expect, it } from 'vitest'
import { findUnsafeHtml } from '#app/markdown/find-unsafe-html.ts'
import type { Language } from '#app/platform/language.ts'
import { compileLesson } from './compile-lesson.ts'
import { contentAddresses } from './content-address.ts'
import { noGlossary } from './glossary.ts'
import type { LessonFile } from './lesson-file.ts'
import { sampleBody, sampleLesson } from './sample-content.ts'

const plan: LessonFile = {
  name: 'plan.svg',
  contentType: 'image/svg+xml',
  hash: '0123abcd',
  size: { width: 720, height: 300 },
}

function compile(bg: string, en: string | null = bg, languages: Language[] = ['bg', 'en']) {
  return compileLesson({
    around: {
      courseId: 'passwords',
      lessonId: 'first',
      files: new Map([
        ['plan.svg', plan],
        ['table.csv', { name: 'table.csv', contentType: 'text/csv', hash: '89abcdef', size: null }],
      ]),
      unfit: new Set(['broken.svg']),
      glossary: noGlossary,
      lessonFolders: new Map([
        ['010-first', 'first'],
        ['020-second', 'second'],
      ]),
      addresses: contentAddresses,
    },
    folder: 'courses/passwords/010-first',
    texts: new Map([['bg', bg] as const, ...(en === null ? [] : [['en', en] as const])]),
    languages,
    outcomeIds: ['LO1', 'LO2'],
  })
}

/** The sample with one thing changed, in both languages. */
function changed(from: string, to: string) {
  expect(sampleLesson).toContain(from)
  return compile(sampleLesson.replace(from, to))
}

describe('a lesson without faults', () => {
  const { lesson, answerKeys, assessed, diagnostics } = compile(sampleLesson)

  it('has no diagnostics and knows what it assesses', () => {
    expect(diagnostics).toEqual([])
    expect(new Set(assessed)).toEqual(new Set(['LO1']))
  })

  it('has its questions in their places and its headings for the outline', () => {
    expect(lesson?.texts.bg.segments.map(segment => ('id' in segment ? segment.id : segment.kind))).toEqual([
      'html',
      'q-single',
      'q-multiple',
      'q-number',
      'q-text',
      'html',
    ])
    expect(lesson?.texts.bg.headings).toEqual([
      { id: 'h-parvo', text: 'Първо', level: 2 },
      { id: 'h-iztochnitsi', text: 'Източници', level: 2 },
    ])
  })

  it('tells before an answer only what may be told', () => {
    expect(lesson?.questions[0]).toMatchObject({
      id: 'q-single',
      kind: 'single',
      points: 2,
      shuffle: true,
      outcome: 'LO1',
    })
    expect(lesson?.questions[0]?.texts.bg).toEqual({
      promptHtml: '<p>Коя е най-устойчива?</p>',
      optionsHtml: ['<code>P@ssw0rd!</code> е доста дълга', 'четири думи'],
      leftHtml: [],
      headsHtml: null,
      blanks: [],
    })
    const shown = JSON.stringify(lesson)
    for (const secret of [
      'Замените',
      'побеждава',
      'Обяснение',
      'Пребройте',
      'correct',
      '37.6',
      'Secure Shell',
      '[x]',
    ]) {
      expect(shown).not.toContain(secret)
    }
  })

  it('keeps the secret half in the answer keys', () => {
    expect(answerKeys.get('q-single')).toMatchObject({
      answer: { kind: 'single', correct: 1 },
      texts: {
        bg: {
          feedbackHtml: ['<p>Замените са известни.</p>', '<p>Да: дължината побеждава.</p>'],
          explanationHtml: '<p>Обяснение.</p>',
          hintsHtml: ['<p>Пребройте знаците.</p>'],
          answerText: '',
        },
      },
    })
    expect(answerKeys.get('q-multiple')?.answer).toEqual({ kind: 'multiple', correct: [0, 1] })
    expect(answerKeys.get('q-number')).toMatchObject({
      answer: { kind: 'number', value: 37.6, tolerance: 0.2 },
      texts: { bg: { answerText: '37,6' }, en: { answerText: '37.6' } },
    })
    expect(answerKeys.get('q-text')?.answer).toEqual({
      kind: 'text',
      accepted: [{ literal: 'SSH' }, { literal: 'Secure Shell' }, { pattern: '^open\\s?ssh$', flags: 'i' }],
    })
  })

  it('accepts the words of both languages, each shown in its own', () => {
    const { answerKeys: keys } = compile(
      sampleLesson,
      sampleLesson.replace('SSH | Secure Shell', 'SSH | secure shell'),
    )
    expect(keys.get('q-text')?.answer).toMatchObject({
      accepted: [
        { literal: 'SSH' },
        { literal: 'Secure Shell' },
        { pattern: '^open\\s?ssh$' },
        { literal: 'secure shell' },
      ],
    })
  })

  it('shows its only language to everybody when the course has one', () => {
    const only = compile(sampleLesson, null, ['bg'])
    expect(only.diagnostics).toEqual([])
    expect(only.lesson?.texts.en).toEqual(only.lesson?.texts.bg)
  })

  it('links to other lessons, files and images by their addresses', () => {
    const { lesson: linked, diagnostics: none } = changed(
      'Текст.',
      '[урок](../020-second/lesson.en.md#h-a) [таблица](./table.csv) [картина](plan.svg)',
    )
    expect(none).toEqual([])
    const html = JSON.stringify(linked?.texts.bg.segments)
    expect(html).toContain('/en/courses/passwords/second#h-a')
    expect(html).toContain('/content-files/passwords/first/89abcdef/table.csv')
    expect(html).toContain('/content-files/passwords/first/0123abcd/plan.svg')
  })

  it('accepts a Cyrillic х in the box', () => {
    expect(changed('- [x] четири', '- [х] четири').answerKeys.get('q-single')?.answer).toEqual({
      kind: 'single',
      correct: 1,
    })
  })

  it('lets the fence make a multiple choice with one right option', () => {
    expect(changed('#q-single points=2', '#q-single kind=multiple').lesson?.questions[0]?.kind).toBe(
      'multiple',
    )
  })
})

describe('an error in a lesson', () => {
  it.each([
    ['an unknown option of a question', 'points=2', 'point=2', 13, 21, 'option-unknown'],
    ['an option written twice', 'points=2', 'points=2 points=3', 13, 30, 'option-repeated'],
    ['points that are not a number', 'points=2', 'points=many', 13, 21, 'option-value'],
    ['attempts that are not a number', 'points=2', 'attempts=0', 13, 21, 'option-value'],
    ['a flag with a value', 'shuffle lo', 'shuffle=yes lo', 13, 30, 'option-value'],
    ['an unknown kind', 'points=2', 'kind=choice', 13, 21, 'option-value'],
    ['an unknown outcome of a question', 'shuffle lo=LO1', 'shuffle lo=LO7', 13, 38, 'outcome-unknown'],
    ['an unknown outcome of the lesson', 'outcomes: [LO1]', 'outcomes: [LO1, LO8]', 4, 17, 'outcome-unknown'],
    ['a question without an id', '{#q-single points=2', '{points=2', 13, 1, 'question-id'],
    ['an id that does not fit', '#q-single', '#Въпрос', 13, 11, 'question-id'],
    ['an id used twice', '#q-multiple', '#q-single', 28, 1, 'question-id-repeated'],
    ['no right option', '- [x] четири', '- [ ] четири', 16, 1, 'no-correct-option'],
    ['no answer', '**Отговор:** 37.6 ± 0.2', '37.6 ± 0.2', 36, 1, 'answer-missing'],
    ['an empty answer', '**Отговор:** 37.6 ± 0.2', '**Отговор:**', 39, 1, 'answer-empty'],
    ['a decimal comma', '37.6 ± 0.2', '37,6', 39, 1, 'answer-number'],
    ['a pattern that does not compile', '/^open\\s?ssh$/i', '/(?=ssh)/', 45, 1, 'answer-pattern'],
    ['an empty question', 'Колко бита?', '', 36, 1, 'question-empty'],
    [
      'two shapes of answer',
      '- [ ] втора парола',
      '- [ ] втора парола\n\n**Отговор:** 3',
      35,
      1,
      'two-answer-shapes',
    ],
    ['an option without a box', '- [ ] втора', '- втора', 33, 1, 'option-box'],
    ['an empty option', '- [ ] втора парола', '- [ ]', 33, 1, 'option-empty'],
    [
      'an option with more than text',
      '- [ ] втора парола',
      '- [ ] втора парола\n\n  Още.',
      35,
      3,
      'option-content',
    ],
    [
      'a single option',
      '- [x] ключ\n- [x] приложение\n- [ ] втора парола',
      '- [x] ключ',
      31,
      1,
      'options-few',
    ],
    ['a kind that the shape contradicts', '#q-multiple', '#q-multiple kind=single', 28, 1, 'question-kind'],
    ['a written answer asked for as a choice', '#q-number', '#q-number kind=single', 36, 1, 'question-kind'],
    ['options asked for as a number', '#q-single points=2', '#q-single kind=number', 13, 1, 'question-kind'],
    ['a heading inside a question', 'Колко бита?', 'Колко бита?\n\n### Сметнете', 39, 1, 'question-content'],
    [
      'a question inside a list',
      'Текст.',
      '- Текст\n\n  ::: quiz {#q-in lo=LO1}\n  Да?\n\n  - [x] да\n  - [ ] не\n  :::',
      13,
      3,
      'question-misplaced',
    ],
    ['an unclosed question', '37.6 ± 0.2\n:::', '37.6 ± 0.2', 36, 1, 'container-unclosed'],
    [
      'an unknown block',
      '::: quiz {#q-number lo=LO1}',
      '::: quizz {#q-number lo=LO1}',
      36,
      1,
      'container-unknown',
    ],
    ['an unclosed code block', '## Източници', '```bash\nls', 48, 1, 'code-unclosed'],
    ['a first-level heading', '## Първо', '# Първо', 9, 1, 'heading-first-level'],
    ['a skipped heading level', '## Първо', '### Първо', 9, 1, 'heading-skipped'],
    ['a missing picture', '(plan.svg)', '(plam.svg)', 7, 8, 'image-missing'],
    ['a picture that has problems of its own', '(plan.svg)', '(broken.svg)', 7, 8, 'image-unfit'],
    ['a picture without alternative text', '![картина]', '![ ]', 7, 8, 'image-alt'],
    ['a picture from another folder', '(plan.svg)', '(../020-second/plan.svg)', 7, 8, 'image-outside'],
    [
      'a picture from another folder, encoded',
      '(plan.svg)',
      '(..%2F020-second%2Fplan.svg)',
      7,
      8,
      'image-outside',
    ],
    ['a picture from the web', '(plan.svg)', '(https://example.org/plan.svg)', 7, 8, 'image-outside'],
    ['a picture of another kind', '(plan.svg)', '(plan.gif)', 7, 8, 'image-type'],
    [
      'a link to a lesson that is not there',
      'Текст.',
      'Вижте [урок](../030-third/lesson.bg.md).',
      11,
      7,
      'link-broken',
    ],
    [
      'a link to a language that is not there',
      'Текст.',
      '[урок](../020-second/lesson.ru.md)',
      11,
      1,
      'link-broken',
    ],
    ['a link to a file that is not there', 'Текст.', '[файл](missing.csv)', 11, 1, 'link-broken'],
    ['a link to a page of the site', 'Текст.', '[вход](/bg/login)', 11, 1, 'link-broken'],
    ['a link that runs code', 'Текст.', 'а [b](javascript:x)', 11, 3, 'link-unsafe'],
    ['an unsafe link in an option', 'четири думи', '[четири](javascript:x) думи', 18, 7, 'link-unsafe'],
    ['an unsafe link in feedback', 'Да: дължината', 'Да: [дължината](javascript:x)', 19, 9, 'link-unsafe'],
    ['an unknown callout', '> [!TIP]', '> [!HINT]', 21, 1, 'callout-unknown'],
    ['a field that nobody knows', 'title: Пароли', 'title: Пароли\ntags: [a]', 3, 1, 'field-unknown'],
  ])('is reported for %s, and the lesson is left out', (_, from, to, line, column, code) => {
    const { lesson, answerKeys, diagnostics } = changed(from, to)
    const file = 'courses/passwords/010-first/lesson.bg.md'
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'error', file, line, column, code }),
    )
    expect(diagnostics.map(diagnostic => diagnostic.code).filter(other => other !== code)).toEqual([])
    expect(lesson).toBeNull()
    expect(answerKeys.size).toBe(0)
  })

  it('never hides another one', () => {
    const source = sampleLesson
      .replace('## Първо', '### Първо')
      .replace('points=2', 'points=x')
      .replace('(plan.svg)', '(x.svg)')
    const codes = compile(source, null, ['bg']).diagnostics.map(diagnostic => diagnostic.code)
    expect(codes.toSorted()).toEqual(['heading-skipped', 'image-missing', 'option-value'])
  })
})

describe('a translation', () => {
  const file = 'courses/passwords/010-first/lesson.en.md'
  const question = sampleBody.slice(
    sampleBody.indexOf('::: quiz {#q-number'),
    sampleBody.indexOf('::: quiz {#q-text'),
  )

  it.each([
    [
      'a question of its own',
      '## Източници',
      '::: quiz {#q-extra lo=LO1}\nДа?\n\n**Answer:** да\n:::\n',
      48,
      'language-extra-question',
    ],
    ['a question missing', question, '', 36, 'language-missing-question'],
    [
      'another order',
      sampleBody.slice(sampleBody.indexOf(question), sampleBody.indexOf('## Източници')),
      '',
      28,
      'language-missing-question',
    ],
    ['another kind', '- [x] приложение', '- [ ] приложение', 28, 'language-differs'],
    ['other points', 'points=2', 'points=3', 13, 'language-differs'],
    ['another outcome', 'shuffle lo=LO1', 'shuffle lo=LO2', 13, 'language-differs'],
    ['an order of options that is not shuffled', 'shuffle lo', 'lo', 13, 'language-differs'],
    [
      'another number of options',
      '- [ ] втора парола',
      '- [ ] втора парола\n- [ ] адрес',
      28,
      'language-differs',
    ],
    [
      'other right options',
      '- [x] приложение\n- [ ] втора',
      '- [ ] приложение\n- [x] втора',
      28,
      'language-differs',
    ],
    ['another right number', '37.6 ± 0.2', '37.5 ± 0.2', 36, 'language-differs'],
    ['another tolerance', '37.6 ± 0.2', '37.6 ± 0.3', 36, 'language-differs'],
    ['other outcomes', 'outcomes: [LO1]', 'outcomes: [LO2]', 1, 'language-differs'],
  ])('with %s is reported in its own file', (_, from, to, line, code) => {
    expect(sampleLesson).toContain(from)
    const { lesson, diagnostics } = compile(sampleLesson, sampleLesson.replace(from, to))
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file, line, code })
    expect(new Set(diagnostics.map(diagnostic => diagnostic.code))).toEqual(new Set([code]))
    expect(lesson).toBeNull()
  })

  it('with its questions in another order is reported', () => {
    const swapped = sampleLesson
      .replace('#q-multiple', '#q-x')
      .replace('#q-single', '#q-multiple')
      .replace('#q-x', '#q-single')
    const same = sampleLesson
      .replace(question, '')
      .replace('::: quiz {#q-text', `${question}::: quiz {#q-text`)
    expect(compile(sampleLesson, same).diagnostics).toEqual([])
    const moved = sampleLesson.replace(question, '').replace('## Източници', `${question}## Източници`)
    expect(compile(sampleLesson, moved).diagnostics).toMatchObject([
      { file, line: 36, code: 'language-order' },
    ])
    expect(compile(sampleLesson, swapped).lesson).toBeNull()
  })

  it('that is missing is reported', () => {
    const { lesson, diagnostics } = compile(sampleLesson, null)
    expect(diagnostics).toMatchObject([
      { severity: 'error', file, line: 1, column: 1, code: 'language-missing' },
    ])
    expect(lesson).toBeNull()
  })

  it('with other minutes is only warned about', () => {
    const { lesson, diagnostics } = compile(sampleLesson, sampleLesson.replace('read: 12', 'read: 13'))
    expect(diagnostics).toMatchObject([{ severity: 'warning', file, code: 'language-minutes' }])
    expect(lesson?.minutes).toEqual({ read: 12, practice: 5 })
  })
})

describe('a warning', () => {
  it('is given for a lesson above 4,000 words', () => {
    const { lesson, diagnostics } = changed('Текст.', 'дума\n'.repeat(4001))
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', line: 7, column: 1, code: 'lesson-long' })
    expect(lesson).not.toBeNull()
    expect(changed('Текст.', 'дума\n'.repeat(3900)).diagnostics).toEqual([])
  })

  it('is given when the right option is always the longest', () => {
    const second = '\n::: quiz {#q-second lo=LO1}\nДа?\n\n- [ ] не\n- [x] разбира се\n:::\n'
    const longer = sampleLesson.replace('четири думи', 'четири случайни думи, избрани със зар')
    expect(compile(longer + second).diagnostics[0]).toMatchObject({
      severity: 'warning',
      line: 13,
      code: 'longest-is-right',
    })
    expect(compile(longer).diagnostics).toEqual([])
    expect(compile(sampleLesson + second).diagnostics).toEqual([])
  })

  it('is given for a number with a unit', () => {
    const { diagnostics } = changed('37.6 ± 0.2', '16 бита')
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', line: 39, column: 1, code: 'answer-unit' })
  })
})

describe('everything that a lesson puts on a page', () => {
  it('is safe and has unique ids', () => {
    const { lesson, answerKeys } = compile(sampleLesson)
    const html = JSON.stringify([lesson, [...answerKeys.values()]])
    const parts = [...html.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(match => JSON.parse(match[0]) as string)
    for (const part of parts.filter(text => text.startsWith('<'))) expect(findUnsafeHtml(part)).toBeNull()
  })
})
