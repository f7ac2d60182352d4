import { useLocation } from '@remix-run/react'

/** Documents captured from the academy, by path: the attributes of `<html>` and everything within. */
declare const FLOOR_DOCUMENTS: Record<string, { attributes: Record<string, string>; inner: string }>

export default function Root() {
  const { pathname } = useLocation()
  const page = FLOOR_DOCUMENTS[pathname]
  return <html {...page?.attributes} dangerouslySetInnerHTML={{ __html: page?.inner ?? '' }} />
}
