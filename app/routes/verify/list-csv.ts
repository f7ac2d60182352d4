export function loader() {
  throw new Response('page', { status: 404 })
}
