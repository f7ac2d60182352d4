/** "page": the number shows the certificate. "name": it takes the number and the name, or the file. */
export const sharings = ['page', 'name'] as const

export type Sharing = (typeof sharings)[number]

export function readSharing(stored: string): Sharing {
  // What cannot be read is guarded.
  return stored === 'page' ? 'page' : 'name'
}
