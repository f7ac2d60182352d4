import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as samples from '#app/domain/certificates/certificate-samples.ts'
import { certificateWording } from '#app/domain/certificates/certificate-wording.ts'
import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'
import { I18nProvider } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { CertificateRecord } from './certificate-record.tsx'

function textOfRecord(snapshot: CertificateSnapshot, language: Language): string {
  const markup = renderToStaticMarkup(
    <I18nProvider value={{ language, t: translatorFor(language) }}>
      <CertificateRecord snapshot={snapshot} />
    </I18nProvider>,
  )
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return markup.replace(/<[^>]+>/g, '').replace(/&(\w+|#x27);/g, (_, name: string) => entities[name] ?? '?')
}

for (const language of languages) {
  for (const [name, snapshot] of Object.entries(samples)) {
    test(`every fact that the document prints is on the page (${name}, ${language})`, () => {
      const shown = textOfRecord(snapshot, language)
      const wording = certificateWording(snapshot)
      const facts = [
        wording.number,
        wording.name,
        wording.nameLatin ?? '',
        wording.course.bg,
        wording.course.en,
        wording.edition[language],
        wording.verifyAddress,
        ...wording.facts.flatMap(({ label, value }) => [label[language], value[language]]),
        ...wording.assurances.flatMap(({ label, value }) => [label[language], value[language]]),
        ...wording.outcomes.flatMap(({ text, codes }) => [text[language], codes ?? '']),
      ]
      for (const fact of facts) expect(shown).toContain(fact)
    })
  }
}
