import { useNavigation } from '@remix-run/react'

/** The ways to have something checked that send more than a number. */
export type CheckWay = 'file' | 'credential' | 'list'

/** Whether the form of this way is being answered at the moment. */
export function useCheckPending(way: CheckWay): boolean {
  const { formData } = useNavigation()
  return formData?.get('way') === way
}
