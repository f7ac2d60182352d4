import { formatDateTime } from '#app/i18n/format.ts'
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx'
import type { MessageKey } from '#app/i18n/translator.ts'
import type { ShownCheck } from './checks-of-number.ts'
import { CrossIcon, DoneIcon, QuestionIcon } from './icon.tsx'

const icons = { passed: DoneIcon, failed: CrossIcon, unknown: QuestionIcon }

/** Those whose failures have words of their own. */
const detailedChecks = new Set<ShownCheck['check']>(['seal', 'status', 'proof-rdfc', 'proof-jcs'])

/** Each check that was made, in plain words with its outcome, and those that could not be made. */
export function ChecksMade({ checks }: { checks: ShownCheck[] }) {
  const i18n = useI18n()
  if (checks.length === 0) return null
  return (
    <section className="section" aria-labelledby="checks">
      <h2 className="minor" id="checks">
        {i18n.t('checks.title')}
      </h2>
      <ul className="checks">
        {checks.map(check => {
          const Icon = icons[check.outcome]
          return (
            <li key={check.check}>
              <Icon />
              <span>{says(check, i18n)}</span>
              <span className={`outcome ${check.outcome}`}>{i18n.t(`checks.outcome.${check.outcome}`)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function says({ check, outcome, detail }: ShownCheck, { language, t }: I18n): string {
  if (check === 'timestamp' && detail !== null)
    return t('checks.timestamp.passed', { time: formatDateTime(language, detail) })
  const key = `checks.${check}.${outcome}`
  const detailed = outcome === 'failed' && detailedChecks.has(check)
  // Which outcomes and details a check can have is known where it is made, and a test walks all of them.
  return t((detailed ? `${key}.${detail}` : key) as MessageKey)
}
