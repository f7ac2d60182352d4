import { useRouteLoaderData } from '@remix-run/react'
import type { ReaderData } from '#app/routes/learn/reader.tsx'

/** The learner's state in the lesson that is open. */
export function useReader() {
  const reader = useRouteLoaderData<ReaderData>('routes/learn/reader')
  if (reader === undefined) throw new Error('useReader is called outside of a lesson.')
  return reader
}
