import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { readCredential } from '#app/domain/certificates/certificate-files.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { readLanguage } from '../read-params.server.ts'
import { readCertificateId } from './certificate-params.server.ts'

/** The stored credential of one's own certificate, for a wallet. Somebody else's is not found. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  const id = readCertificateId(params)
  const credential = id === null ? null : await readCredential(user.id, id)
  if (id === null || credential === null) throw redirect(paths.missingCertificate(language))
  return new Response(credential, {
    headers: {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Content-Disposition': `attachment; filename="certificate-${formatIdentifier(id)}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
