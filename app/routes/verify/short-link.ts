import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { languageForBrowser } from '#app/platform/language.ts'

/** The address in the QR code: to the verdict in the visitor's language. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageForBrowser(request.headers.get('accept-language'))
  const read = readIdentifier(params.id ?? '')
  const to = read.ok
    ? paths.verifyCertificate(language, read.id)
    : `${paths.verify(language)}?id=${encodeURIComponent(params.id ?? '')}`
  return redirect(to, { headers: { Vary: 'Accept-Language', 'X-Robots-Tag': 'noindex' } })
}
