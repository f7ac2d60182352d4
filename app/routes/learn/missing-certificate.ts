import { notFound } from '../read-params.server.ts'

export function loader() {
  throw notFound('certificate')
}

// A component makes this a page of the site.
export default function MissingCertificate() {
  return null
}
