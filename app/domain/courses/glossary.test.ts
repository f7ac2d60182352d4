import { describe, expect, it } from 'vitest'
import { contentAddresses } from './content-address.ts'
import { readGlossary, resolveGlossaryTerm } from './glossary.ts'

const source = `mfa:
  term: { bg: "втори фактор", en: "second factor" }
  definition: { bg: "Още едно доказателство.", en: "One more proof." }
hash:
  term: { bg: "хеш", en: "hash" }
  definition: { bg: "Отпечатък.", en: "A fingerprint." }
  also: { bg: ["отпечатък"] }
`

function faultsOf(changed: string): string[] {
  return readGlossary(changed).problems.map(
    ({ line, column, code, remedy }) => `${line}:${column} ${code} (${remedy})`,
  )
}

describe('a glossary', () => {
  it('is read in the order of the file, with empty lists for what is left out', () => {
    const { glossary, problems } = readGlossary(source)
    expect(problems).toEqual([])
    expect(glossary.terms).toEqual([
      {
        id: 'mfa',
        term: { bg: 'втори фактор', en: 'second factor' },
        definition: { bg: 'Още едно доказателство.', en: 'One more proof.' },
        also: { bg: [], en: [] },
      },
      {
        id: 'hash',
        term: { bg: 'хеш', en: 'hash' },
        definition: { bg: 'Отпечатък.', en: 'A fingerprint.' },
        also: { bg: ['отпечатък'], en: [] },
      },
    ])
  })

  it('cannot be changed', () => {
    const [term] = readGlossary(source).glossary.terms
    expect(() => term?.also.bg.push('x')).toThrow(TypeError)
  })

  it.each([
    ['an unknown field', ['  also:', '  alsoo:'], '7:3 field-unknown (did you mean "also"?)'],
    ['an empty text', ['"хеш"', '" "'], '5:15 field-invalid (write a text)'],
    [
      'a language that is missing',
      [', en: "hash"', ''],
      '5:9 field-missing (add "en:" here and write a text)',
    ],
    [
      'an id in capital letters',
      ['hash:', 'Hash:'],
      '4:1 field-name (an id is made of small Latin letters, digits and dashes)',
    ],
    [
      'an id that the pages use themselves',
      ['hash:', 'content:'],
      '4:1 field-name (the pages use this id themselves: choose another)',
    ],
    [
      'a text where a term should be',
      [
        'mfa:\n  term: { bg: "втори фактор", en: "second factor" }\n  definition: { bg: "Още едно доказателство.", en: "One more proof." }',
        'mfa: x',
      ],
      '1:6 field-invalid (write it as { term: { bg: "…", en: "…" }, definition: { bg: "…", en: "…" } })',
    ],
  ])('reports %s at its place', (_, [from = '', to = ''], expected) => {
    expect(faultsOf(source.replace(from, to))).toEqual([expected])
  })

  it('reports an id given twice', () => {
    expect(faultsOf(source.replace('hash:', 'mfa:'))).toEqual([expect.stringMatching(/^4:1 yaml /)])
  })

  it('finds a term in the language of the text, with the address of the page of terms', () => {
    const { glossary } = readGlossary(source)
    expect(resolveGlossaryTerm(glossary, 'hash', 'en', contentAddresses)).toEqual({
      ok: true,
      term: 'hash',
      definition: 'A fingerprint.',
      href: '/en/glossary#hash',
    })
  })

  it('suggests the nearest term for one that it does not have', () => {
    const { glossary } = readGlossary(source)
    expect(resolveGlossaryTerm(glossary, 'mfaa', 'bg', contentAddresses)).toMatchObject({
      ok: false,
      code: 'glossary-unknown',
      remedy: 'did you mean "mfa"?',
    })
    expect(resolveGlossaryTerm(glossary, '__proto__', 'bg', contentAddresses)).toMatchObject({ ok: false })
  })

  it('blames no lesson for its own fault', () => {
    const { glossary } = readGlossary(source.replace('term:', 'trem:'))
    expect(glossary.terms).toEqual([])
    expect(resolveGlossaryTerm(glossary, 'hash', 'bg', contentAddresses)).toBeNull()
  })
})
