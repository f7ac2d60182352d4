import { rmSync } from 'node:fs'

/** Removes the database of the run. The server may still hold it open, which does no harm. */
export default function removeData(): void {
  const folder = process.env.E2E_DATA
  if (folder?.includes('academy-e2e-')) rmSync(folder, { recursive: true, force: true })
}
