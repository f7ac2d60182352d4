import type { Localized } from '#app/platform/language.ts'
import { formatIdentifier, readIdentifier } from '../identifier.ts'
import type { Difference, FactName } from '../verify/verdict.ts'
import { inOneLine, labels, splitLine, withoutMark } from './credential-lines.ts'
import { differingPaths } from './differing-paths.ts'
import { isRecord } from './proof-set.ts'

type Facts = Partial<Record<FactName, string>>

/** The facts of a credential in the order in which they are shown, and where each of them stands. */
const places: Record<Exclude<FactName, 'other'>, RegExp> = {
  number: /^id$/u,
  name: /^credentialSubject\.identifier\[\d+\]\.identityHash$/u,
  nameLatin: /^credentialSubject\.identifier\[\d+\]\.identityHash$/u,
  courseBg: /^credentialSubject\.achievement\.name$/u,
  courseEn: /^credentialSubject\.achievement\.name$/u,
  edition: /^credentialSubject\.achievement\.description$/u,
  issuer: /^issuer\.name$/u,
  issuedAt: /^validFrom$/u,
  validUntil: /^validUntil$/u,
  workload: /^credentialSubject\.achievement\.description$/u,
  level: /^credentialSubject\.achievement\.description$/u,
  assessment: /^credentialSubject\.achievement\.criteria\.narrative$/u,
  result: /^credentialSubject\.result\[\d+\]\.value$/u,
  outcomes: /^credentialSubject\.achievement\.description$/u,
}

// The keys of the table above, which has every fact.
const factNames = Object.keys(places) as (keyof typeof places)[]

const MOST_DIFFERENCES = 50
/** Of a stated value this much is shown. */
const LONGEST_VALUE = 1000

/** The certificate's number, 16 symbols, from the address that is the id of its credential. */
export function numberOf(credential: unknown): string | null {
  const read = readIdentifier(textAt(credential, 'id') ?? '')
  return read.ok ? read.id : null
}

/** What a credential of ours states, as it states it. Takes anything: what cannot be read is left out. */
export function factsOf(credential: unknown): Facts {
  const achievement = at(credential, 'credentialSubject', 'achievement')
  const title = textAt(achievement, 'name')
  const course = title === undefined ? null : splitLine(withoutMark(title))
  const lines = (textAt(achievement, 'description') ?? '').split('\n')
  const number = numberOf(credential)
  const facts: Record<Exclude<FactName, 'other'>, string | undefined> = {
    number: number === null ? textAt(credential, 'id') : formatIdentifier(number),
    name: identityIn(credential, 'name'),
    nameLatin: identityIn(credential, 'ext:nameLatin'),
    courseBg: course?.bg,
    courseEn: course?.en,
    edition: inBoth(labels.edition, label => lines.find(line => line.startsWith(`${label} `))),
    issuer: textAt(credential, 'issuer', 'name'),
    issuedAt: textAt(credential, 'validFrom'),
    validUntil: textAt(credential, 'validUntil'),
    workload: inBoth(labels.workload, label => valueIn(lines, label)),
    level: inBoth(labels.level, label => valueIn(lines, label)),
    assessment: textAt(achievement, 'criteria', 'narrative'),
    result: resultsIn(credential),
    outcomes: inBoth(labels.outcomes, label => numberedAfter(lines, label)),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/**
 * What a stated credential says otherwise than the official one: the facts first, then every other place, fifty at
 * most. None when both are the same but for the order of members.
 */
export function differencesBetween(official: unknown, stated: unknown): Difference[] {
  const [right, given] = [factsOf(official), factsOf(stated)]
  const facts = factNames.filter(fact => right[fact] !== given[fact])
  const differences: Difference[] = facts.map(fact => ({
    fact,
    official: shown(right[fact]),
    stated: shown(given[fact]),
  }))
  for (const { path, inOfficial, inStated } of differingPaths(official, stated)) {
    if (differences.length >= MOST_DIFFERENCES) break
    if (facts.some(fact => places[fact].test(path))) continue
    differences.push({
      fact: 'other',
      official: inOfficial ? path : null,
      stated: inStated ? path : null,
    })
  }
  return differences
}

function shown(value: string | undefined): string | null {
  if (value === undefined) return null
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
}

function at(value: unknown, ...names: string[]): unknown {
  let inside = value
  for (const name of names) {
    inside = isRecord(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined
  }
  return inside
}

function textAt(value: unknown, ...names: string[]): string | undefined {
  const found = at(value, ...names)
  return typeof found === 'string' ? found : undefined
}

function listAt(value: unknown, ...names: string[]): unknown[] {
  const found = at(value, ...names)
  return Array.isArray(found) ? found : []
}

function identityIn(credential: unknown, type: string): string | undefined {
  const identities = listAt(credential, 'credentialSubject', 'identifier')
  return textAt(
    identities.find(identity => textAt(identity, 'identityType') === type),
    'identityHash',
  )
}

function resultsIn(credential: unknown): string | undefined {
  const values = listAt(credential, 'credentialSubject', 'result').map(
    result => textAt(result, 'value') ?? '?',
  )
  return values.length === 0 ? undefined : values.map(value => `${value}%`).join('; ')
}

function inBoth(label: Localized, read: (label: string) => string | undefined): string | undefined {
  const [bg, en] = [read(label.bg), read(label.en)]
  if (bg === undefined || en === undefined) return bg ?? en
  return inOneLine({ bg, en })
}

function valueIn(lines: string[], label: string): string | undefined {
  return lines.find(line => line.startsWith(`${label}: `))?.slice(label.length + 2)
}

function numberedAfter(lines: string[], label: string): string | undefined {
  const from = lines.indexOf(`${label}:`)
  if (from < 0) return undefined
  const rest = lines.slice(from + 1)
  const end = rest.findIndex(line => !/^\d{1,3}\. /u.test(line))
  return (end < 0 ? rest : rest.slice(0, end)).join(' ')
}
