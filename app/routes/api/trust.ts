import { publishedTrust } from '#app/domain/certificates/keys/published-keys.server.ts'

/** Everything public about the hub's keys, for verifiers that work on their own. Open to every site, as did.ts is. */
export function loader() {
  return Response.json(publishedTrust(), { headers: { 'Cache-Control': 'public, max-age=300' } })
}
