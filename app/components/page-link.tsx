import { Link, type LinkProps } from '@remix-run/react'
import { useSite } from './site.ts'

/**
 * A link within the product. Pages of a visitor without an account are fetched on intent; personal pages are
 * `no-store`, so fetching them early would only fetch them twice.
 */
export function PageLink(props: LinkProps) {
  const anonymous = useSite()?.visitor === null
  return <Link prefetch={anonymous ? 'intent' : 'none'} {...props} />
}
