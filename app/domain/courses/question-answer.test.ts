import { describe, expect, it } from 'vitest'
import { answerLine, readAnswer } from './question-answer.ts'

describe('answerLine', () => {
  it.each([
    ['**Отговор:** SSH', 'SSH'],
    ['**Answer:** 37.6 ± 0.2', '37.6 ± 0.2'],
    ['**Отговор**: SSH', 'SSH'],
    ['**Отговор:** SSH\n| Secure Shell', 'SSH | Secure Shell'],
    ['**Отговор:**', ''],
  ])('finds the answer in %j', (paragraph, answer) => {
    expect(answerLine(paragraph)).toBe(answer)
  })

  it.each(['Отговор: SSH', 'Какъв е **отговорът:** SSH', 'Вижте **Отговор:** SSH'])(
    'finds none in %j',
    paragraph => {
      expect(answerLine(paragraph)).toBeNull()
    },
  )
})

describe('readAnswer', () => {
  it('splits alternatives and keeps patterns as they are', () => {
    expect(readAnswer('SSH | Secure Shell | /^open\\s?ssh(-|_)$/i | /x/', null, 'bg')).toEqual({
      ok: true,
      answer: {
        kind: 'text',
        accepted: [
          { literal: 'SSH' },
          { literal: 'Secure Shell' },
          { pattern: '^open\\s?ssh(-|_)$', flags: 'i' },
          { pattern: 'x', flags: '' },
        ],
      },
      answerText: 'SSH',
      doubt: null,
    })
  })

  it('takes a path and code for what they say', () => {
    const read = readAnswer('/etc/hosts | `/tmp/` | snake\\_case | `ls -l`', null, 'bg')
    expect(read).toMatchObject({
      answer: {
        accepted: [
          { literal: '/etc/hosts' },
          { literal: '/tmp/' },
          { literal: 'snake_case' },
          { literal: 'ls -l' },
        ],
      },
    })
  })

  it('reads a number as text when the fence says so', () => {
    expect(readAnswer('2016', 'text', 'bg')).toMatchObject({
      answer: { kind: 'text', accepted: [{ literal: '2016' }] },
    })
    expect(readAnswer('2016', null, 'bg')).toMatchObject({ answer: { kind: 'number', value: 2016 } })
  })

  it('doubts a number with a unit', () => {
    expect(readAnswer('16 бита', null, 'bg')).toMatchObject({ ok: true, doubt: { code: 'answer-unit' } })
    expect(readAnswer('16 бита', 'text', 'bg')).toMatchObject({ ok: true, doubt: null })
  })

  it.each([
    ['', null, 'answer-empty'],
    ['SSH |  | x', null, 'answer-empty'],
    ['37,6', null, 'answer-number'],
    ['SSH', 'number', 'answer-number'],
    ['SSH | /(/', null, 'answer-pattern'],
    ['SSH | /(?=x)y/i', null, 'answer-pattern'],
    ['SSH | /(a)\\1/', null, 'answer-pattern'],
    ['/^ssh$/i', null, 'answer-unreadable'],
  ] as const)('refuses %j', (written, kind, code) => {
    expect(readAnswer(written, kind, 'bg')).toMatchObject({ ok: false, code })
  })
})
