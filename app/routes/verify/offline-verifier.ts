import { script, style } from 'virtual:offline-verifier'
import { makeOfflineVerifier } from '#app/domain/certificates/offline/offline-verifier.server.ts'

/** One file to keep, that verifies without a line: downloaded, because here our own policy would stop its script. */
export async function loader() {
  return new Response(await makeOfflineVerifier({ script, style }), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="verify-certificates-offline.html"',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
