import { notFound } from '../read-params.server.ts'

export function loader() {
  throw notFound('page')
}

export function action() {
  throw notFound('page')
}

// A component makes this a page, so that the not-found answer is a page of the site and not a bare response.
export default function NotFound() {
  return null
}
