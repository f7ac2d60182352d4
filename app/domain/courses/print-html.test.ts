import { expect, test } from 'vitest'
import { SECRET, sampleCourse } from '#tests/factories.ts'
import type { Lesson, Question } from './course.ts'
import { printHtml } from './print-html.ts'

function lesson(html: string, questions: Question[] = []): Lesson {
  const [first] = sampleCourse.lessons
  if (first === undefined) throw new Error('The sample has no lesson.')
  const segments = [
    { kind: 'html' as const, html },
    { kind: 'trainer' as const, html: `<aside>${SECRET}</aside>` },
    ...questions.map(({ id }) => ({ kind: 'question' as const, id })),
  ]
  return { ...first, questions, texts: { ...first.texts, bg: { ...first.texts.bg, segments } } }
}

const question = (kind: Question['kind'], text: Partial<Question['texts']['bg']>): Question => {
  const texts = {
    promptHtml: '<p>Въпрос</p>',
    optionsHtml: [],
    leftHtml: [],
    headsHtml: null,
    blanks: [],
    ...text,
  }
  return {
    id: `q-${kind}`,
    kind,
    points: 2,
    shuffle: true,
    attempts: null,
    partial: true,
    hints: 1,
    outcome: null,
    texts: { bg: texts, en: texts },
  }
}

test('nothing is folded away: tabs have their names above them, hints and solutions are open', () => {
  const html = printHtml(
    lesson(
      '<div class="tabs" role="group"><div class="tab"><input type="radio" name="g" id="a" checked=""><label for="a">Windows</label><div class="tab-panel"><p>а</p></div></div></div><details class="hint"><summary>Подсказка</summary><p>б</p></details>',
    ),
    'bg',
  )
  expect(html).toContain('<p class="tab-name">Windows</p>')
  expect(html).toContain('<details class="hint" open')
  expect(html).not.toMatch(/<input|<label/)
})

test('terms are words, and what they mean stands once at the end', () => {
  const term =
    '<button class="term" type="button" popovertarget="t">фактори</button><span class="term-note" popover="auto" id="t"><strong>втори фактор</strong> Още едно &lt;доказателство&gt;. <a href="/bg/glossary#mfa">Речник</a></span>'
  const html = printHtml(lesson(`<p>Два ${term}, пак ${term}.</p>`), 'bg')
  expect(html).toContain('<p>Два <span class="term-word">фактори</span>, пак')
  expect(html).not.toMatch(/popover|<button/)
  expect(html.split('<dt>втори фактор</dt><dd>Още едно &#60;доказателство&#62;.</dd>')).toHaveLength(2)
})

test('formulas, drawings and escaped words come through as they are', () => {
  const html =
    '<p>a &lt; b &amp; „в“ <math><mi>x</mi></math></p><svg role="img" viewBox="0 0 9 9"><path d="M0 0"></path></svg><img src="/a.png" alt="А" width="9" height="9" loading="lazy">'
  const printed = printHtml(lesson(html), 'bg')
  expect(printed).toContain('<p>a &lt; b &amp; „в“ <math><mi>x</mi></math></p>')
  expect(printed).toContain('viewBox="0 0 9 9"')
  expect(printed).not.toContain('lazy')
})

test('a question of every kind is a sheet to fill in', () => {
  const html = printHtml(
    lesson('<p>а</p>', [
      question('single', { optionsHtml: ['едно', 'две'] }),
      question('multiple', { optionsHtml: ['едно', 'две'] }),
      question('number', {}),
      question('text', {}),
      question('order', { optionsHtml: ['б', 'а'] }),
      question('match', { leftHtml: ['22'], optionsHtml: ['SSH'], headsHtml: ['Порт', 'Услуга'] }),
      question('blanks', {
        promptHtml: '<p>Порт <span data-blank="0"></span> и <span data-blank="1"></span></p>',
        blanks: [{ kind: 'number' }, { kind: 'choice', options: ['<UDP>', 'TCP'] }],
      }),
    ]),
    'bg',
  )
  expect(html.match(/class="sheet"/g)).toHaveLength(7)
  expect(html).toContain('Въпрос 1 от 7 · 2 точки')
  expect(html).toContain('<ul class="circles"><li>едно</li><li>две</li></ul>')
  expect(html.match(/<ul class="boxes">/g)).toHaveLength(2)
  expect(html.match(/<p class="lines">/g)).toHaveLength(2)
  expect(html).toContain('<ol class="letters"><li>SSH</li></ol>')
  expect(html).toContain('Порт <span class="gap">(1)&nbsp;________</span>')
  expect(html).toContain('(2) изберете: &#60;UDP&#62; / TCP')
})

test('notes for trainers stay out', () => {
  expect(printHtml(lesson('<p>а</p>'), 'bg')).toBe('<p>а</p>')
})
