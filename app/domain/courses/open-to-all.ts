import { canSee, type Status } from './visibility.ts'

/** Whether a course may be shown to anybody, search engines and feed readers included. */
export function isOpenToAll({ status }: { status: Status }): boolean {
  return canSee(status, { role: null, demo: false })
}
