import { now } from '#app/platform/clock.ts'
import { readIdentifier } from '../identifier.ts'
import { judgeNumber } from './judge-number.ts'
import { readRegister } from './register.server.ts'
import type { Verdict } from './verdict.ts'

/**
 * What is true of a certificate's number at this moment. `name` opens a certificate whose holder guards it. A wrong
 * check symbol is answered without a look-up, and every number that was not issued in the same way.
 */
export async function verifyNumber(input: string, name?: string): Promise<Verdict> {
  const read = readIdentifier(input)
  if (!read.ok) return { state: 'mistyped', fault: read }
  const register = await readRegister([read.id])
  const at = now()
  if (register === null)
    return { state: 'unchecked', why: 'register-unavailable', checkedAt: at.toISOString() }
  const stated = name?.trim() ?? ''
  return judgeNumber(
    read.id,
    register.get(read.id),
    { name: stated === '' ? null : stated, sha256: null },
    at,
  )
}
