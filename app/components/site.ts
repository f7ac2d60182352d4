import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '#app/root.tsx'

export type Site = ReturnType<typeof useSite>

/** What every page knows: the visitor, the hub, the theme. Undefined only when the root itself failed. */
export function useSite() {
  return useRouteLoaderData<typeof loader>('root')
}
