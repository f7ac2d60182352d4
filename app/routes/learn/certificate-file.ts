import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { readCertificatePdf } from '#app/domain/certificates/certificate-files.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { readLanguage } from '../read-params.server.ts'
import { readCertificateId } from './certificate-params.server.ts'

/** The stored bytes of one's own certificate. Somebody else's is not found. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  const id = readCertificateId(params)
  const pdf = id === null ? null : await readCertificatePdf(user.id, id)
  // A page can help where a bare answer of this address could not.
  if (id === null || pdf === null) throw redirect(paths.missingCertificate(language))
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': `attachment; filename="certificate-${formatIdentifier(id)}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
