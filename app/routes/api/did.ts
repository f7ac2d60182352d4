import { publishedDidDocument } from '#app/domain/certificates/keys/published-keys.server.ts'

/** The hub's keys for credentials, where did:web looks for them. Open to every site: see server/api-frame.ts. */
export function loader() {
  return new Response(JSON.stringify(publishedDidDocument()), {
    headers: { 'Content-Type': 'application/did+json', 'Cache-Control': 'public, max-age=300' },
  })
}
