import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { readLanguage } from '../read-params.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  readLanguage(params)
  return null
}

/** Nothing in it depends on anything but the path. */
export function shouldRevalidate() {
  return false
}

export default function InLanguage() {
  return <Outlet />
}
