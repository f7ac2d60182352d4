import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Sections of the lesson, in the margin where there is room for it. */
export function OnThisPage({ headings }: { headings: { id: string; text: string }[] }) {
  const { t } = useI18n()
  return (
    <nav className="side" aria-labelledby="on-this-page">
      <p id="on-this-page">{t('lesson.onThisPage')}</p>
      <ol>
        {headings.map(heading => (
          <li key={heading.id}>
            <a href={`#${heading.id}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
