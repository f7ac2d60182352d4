import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { readCertificatePdf } from '#app/domain/certificates/find-certificate.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { readLanguage } from '../read-params.server.ts'

/** The stored bytes of one's own certificate. Somebody else's is not found. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  const id = /^([0-9A-Z]{16})\.pdf$/.exec(params.file ?? '')?.[1]
  const pdf = id === undefined ? null : await readCertificatePdf(user.id, id)
  if (id === undefined || pdf === null) {
    const t = translatorFor(language)
    const words = `${t('error.certificate.title')}\n\n${t('error.certificate.says')}\n`
    return new Response(words, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': `attachment; filename="certificate-${formatIdentifier(id)}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
