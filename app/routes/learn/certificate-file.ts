import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { readCertificatePdf } from '#app/domain/certificates/find-certificate.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { readLanguage } from '../read-params.server.ts'

/** The stored bytes of one's own certificate. Somebody else's is not found. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  const id = /^([0-9A-Z]{16})\.pdf$/.exec(params.file ?? '')?.[1]
  const pdf = id === undefined ? null : await readCertificatePdf(user.id, id)
  // A page can help where a bare answer of this address could not.
  if (id === undefined || pdf === null) throw redirect(paths.missingCertificate(language))
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': `attachment; filename="certificate-${formatIdentifier(id)}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
