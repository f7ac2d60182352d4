import { z } from 'zod'

const shape = z.email().max(254)

/** Normalised for storage and look-up, or null when it is no address: NFC, trimmed, lower case. */
export function readEmail(raw: string): string | null {
  const email = raw.normalize('NFC').trim().toLowerCase()
  return shape.safeParse(email).success ? email : null
}
