import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transliterateName } from './transliteration.ts'

describe('transliterateName', () => {
  it('writes the whole alphabet as the law does', () => {
    expect(transliterateName('а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я')).toBe(
      'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya',
    )
  })

  it.each([
    ['Амина Петрова', 'Amina Petrova'],
    ['Йоана Щъркелова', 'Yoana Shtarkelova'],
    ['Жельо Жечев', 'Zhelyo Zhechev'],
    ['Синьо', 'Sinyo'],
    ['Добруджа', 'Dobrudzha'],
    ['Юлия Янкова', 'Yulia Yankova'],
    ['Стара Загора', 'Stara Zagora'],
  ])('writes %s as %s', (bulgarian, latin) => {
    expect(transliterateName(bulgarian)).toBe(latin)
  })

  it('writes „ия“ as "ia" at the end of a word only', () => {
    expect(transliterateName('Мария София Илияна Ия')).toBe('Maria Sofia Iliyana Ia')
    expect(transliterateName('МАРИЯ')).toBe('MARIA')
    expect(transliterateName('Мария-Антония')).toBe('Maria-Antonia')
    expect(transliterateName('Майя')).toBe('Mayya')
  })

  it('keeps the established name of the country, as a whole word', () => {
    expect(transliterateName('България БЪЛГАРИЯ българия')).toBe('Bulgaria BULGARIA bulgaria')
    expect(transliterateName('Българиянова')).toBe('Balgariyanova')
  })

  it('capitalises the first letter of a digraph unless the word is in capitals', () => {
    expect(transliterateName('Щъркелова ЩЪРКЕЛ')).toBe('Shtarkelova SHTARKEL')
    expect(transliterateName('МОНЦЮ')).toBe('MONTSYU')
    expect(transliterateName('Ц. Щ. Петров')).toBe('Ts. Sht. Petrov')
    expect(transliterateName('ПЕЩ')).toBe('PESHT')
  })

  it('keeps hyphens and apostrophes of every kind', () => {
    expect(transliterateName('Щерева-Чолакова')).toBe('Shtereva-Cholakova')
    expect(transliterateName("Д’Артанян О'Хара Жан‑Жак")).toBe("D’Artanyan O'Hara Zhan‑Zhak")
  })

  it('understands a letter that is written as a base and a mark', () => {
    expect(transliterateName('И\u0306орданка')).toBe('Yordanka')
  })

  it('passes Latin text through unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZéÜß-’ .ñO') }), text => {
        expect(transliterateName(text)).toBe(text)
      }),
    )
  })

  it('leaves no Bulgarian letter behind', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюя -'),
        }),
        text => {
          expect(transliterateName(text)).toMatch(/^[A-Za-z -]*$/)
        },
      ),
    )
  })

  it('leaves letters of other alphabets to the learner', () => {
    expect(transliterateName('Ыы Ωω')).toBe('Ыы Ωω')
  })
})
