import { splitLine } from '../credential/credential-lines.ts'
import type { Check, FactName } from '../verify/verdict.ts'
import { offlineWords } from './offline-words.ts'
import { type Knowledge, type OfflineVerdict, verifyOffline } from './verify-offline.ts'

/**
 * The script of the offline verifier: it reads what stands in the page beside it and the file that somebody chooses,
 * and asks nobody else. Bundled into the page by virtual:offline-verifier.
 */

type Language = keyof typeof offlineWords
type Facts = Partial<Record<FactName, string>>

const knowledge = JSON.parse(element('knowledge').textContent ?? '') as Knowledge & { demo: boolean }
let language: Language = navigator.language.startsWith('bg') ? 'bg' : 'en'
let shown: { file: string; verdict: OfflineVerdict; at: Date } | null = null

const looks = { genuine: 'good', altered: 'bad', 'not-ours': 'bad', unchecked: 'care' } as const
const standingLooks = { valid: 'good', expired: 'care', revoked: 'bad', unknown: 'good' } as const
const signs = { good: '✓', bad: '✕', care: '?' } as const
const outcomeSigns = { passed: '✓', failed: '✕', unknown: '?' } as const

draw()

function draw(): void {
  const words = offlineWords[language]
  document.documentElement.lang = language
  document.title = words.title
  const input = make('input', { type: 'file', id: 'file', accept: '.pdf,.json,.jsonld,application/pdf' })
  input.addEventListener('change', () => check(input.files?.[0]))
  // The label is the button: what browsers write beside a file field is in their language.
  const zone = make('div', { class: 'zone' }, [
    input,
    make('label', { for: 'file' }, [shown === null ? words.choose : words.another]),
    make('span', {}, [words.drop]),
  ])
  const toggle = make('button', { type: 'button', lang: language === 'bg' ? 'en' : 'bg' }, [words.language])
  toggle.addEventListener('click', () => {
    language = language === 'bg' ? 'en' : 'bg'
    draw()
    document.querySelector('button')?.focus()
  })
  element('page').replaceChildren(
    make('header', {}, [make('span', {}, [knowledge.trust.hub.name[language]]), toggle]),
    make('main', {}, [
      make('h1', {}, [words.title]),
      make('p', { class: 'lead' }, [words.lead]),
      ...(knowledge.demo ? [make('p', { class: 'demo' }, [words.demo])] : []),
      zone,
      make('div', { id: 'result', role: 'status' }, shown === null ? [] : report(shown)),
      make('section', { class: 'knows' }, [
        make('h2', {}, [words.knows]),
        make('p', {}, [fill(words.asOf)]),
        make('p', {}, [fill(words.trust)]),
        make('p', {}, [words.not]),
      ]),
    ]),
  )
}

document.addEventListener('dragover', event => event.preventDefault())
document.addEventListener('drop', event => {
  event.preventDefault()
  check(event.dataTransfer?.files[0])
})

async function check(file: File | undefined): Promise<void> {
  if (file === undefined) return
  element('result').replaceChildren(make('p', {}, [offlineWords[language].checking]))
  const at = new Date()
  const bytes = new Uint8Array(await file.arrayBuffer())
  shown = { file: file.name, verdict: await verifyOffline(bytes, knowledge, at), at }
  draw()
  element('result').scrollIntoView({ block: 'nearest' })
}

function report({ file, verdict, at }: NonNullable<typeof shown>): Node[] {
  const words = offlineWords[language]
  const name = verdict.state === 'genuine' ? verdict.standing : verdict.state
  const [title, says] = words.verdict[name]
  const look = verdict.state === 'genuine' ? standingLooks[verdict.standing] : looks[verdict.state]
  const detail = verdict.state === 'unchecked' ? words.why[verdict.why] : fill(says)
  const claims = verdict.state === 'not-ours' && verdict.claims !== null ? verdict.claims : null
  const print = make('button', { type: 'button', class: 'print' }, [words.print])
  print.addEventListener('click', () => window.print())
  return [
    make('div', { class: `verdict ${look}` }, [
      make('span', { class: 'sign', 'aria-hidden': 'true' }, [signs[look]]),
      make('strong', {}, [title]),
      make('p', {}, [detail]),
      ...(claims === null ? [] : [make('p', {}, [words.claims.replace('{claims}', claims)])]),
    ]),
    make('p', { class: 'meta' }, [`${words.file}: ${file} · ${words.checkedAt} ${moment(at)}`]),
    ...(verdict.state === 'genuine' ? factList(verdict.facts) : []),
    ...(verdict.checks.length === 0 ? [] : checkList(verdict.checks)),
    print,
  ]
}

function factList(facts: Facts): Node[] {
  const words = offlineWords[language]
  const rows = Object.entries(words.fact)
    .map(([name, label]) => [label, stated(name as FactName, facts)] as const)
    .filter(([, value]) => value.length > 0)
  if (rows.length === 0) return [make('p', {}, [words.compare])]
  return [
    make('h2', {}, [words.facts]),
    make(
      'dl',
      {},
      rows.map(([label, lines]) =>
        make('div', {}, [
          make('dt', {}, [label]),
          make(
            'dd',
            {},
            lines.map(line => make('p', {}, [line])),
          ),
        ]),
      ),
    ),
    make('p', { class: 'meta' }, [words.compare]),
  ]
}

function checkList(checks: Check[]): Node[] {
  const words = offlineWords[language]
  return [
    make('h2', {}, [words.checks]),
    make(
      'ul',
      {},
      checks.map(({ check, outcome }) =>
        make('li', {}, [
          make('span', { class: `sign ${outcome}`, 'aria-hidden': 'true' }, [outcomeSigns[outcome]]),
          `${fill(words.check[check as keyof typeof words.check] ?? check)}: ${words.outcome[outcome]}`,
        ]),
      ),
    ),
  ]
}

/** A fact in the language of the page, in lines. A credential states most of them in both, and dates as instants. */
function stated(name: FactName, facts: Facts): string[] {
  const value = facts[name] ?? ''
  const inBoth = splitLine(value)
  switch (name) {
    case 'issuedAt':
    case 'validUntil':
      return value === '' ? [] : [day(new Date(value))]
    case 'outcomes':
      return inBoth[language].split(/\s+(?=\d{1,2}\. )/).filter(Boolean)
    case 'assessment':
      return (value.split('\n\n')[language === 'bg' ? 0 : 1] ?? value).split('\n').filter(Boolean)
    case 'result':
      // The share reached with the first attempts comes second, and is no result.
      return value.split('; ').slice(0, 1).filter(Boolean)
    case 'edition':
    case 'issuer':
    case 'workload':
    case 'level':
      return [inBoth[language]].filter(Boolean)
    default:
      return [value].filter(Boolean)
  }
}

function day(date: Date): string {
  return date.toLocaleDateString(language === 'bg' ? 'bg-BG' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Sofia',
  })
}

function moment(date: Date): string {
  return date.toLocaleString(language === 'bg' ? 'bg-BG' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' })
}

function fill(text: string): string {
  const { hub, asOf, sealCertificates } = knowledge.trust
  const present = sealCertificates.find(({ retiredAt }) => retiredAt === null)
  return text
    .replace('{hub}', hub.name[language])
    .replace('{domain}', hub.domain)
    .replace('{asOf}', moment(new Date(asOf)))
    .replace('{seal}', present?.sha256 ?? '')
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}
