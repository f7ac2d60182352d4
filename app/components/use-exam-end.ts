import { useNavigate } from '@remix-run/react'
import { type MutableRefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { SaveStatus } from './exam-autosave.ts'
import { askState } from './exam-requests.ts'

const LOOK_EVERY_MS = 30_000
const ASK_EVERY_MS = 1_000

type Sitting = {
  now: string
  /** Where the result will be. */
  here: string
  /** Where the server says whether the sitting runs. */
  address: string
}

/**
 * Follows the server's clock and the end of a sitting: by the clock, which the server alone decides, or by a hand-in
 * in another tab or on another device. Then it leads to the result.
 */
export function useExamEnd({ now, here, address }: Sitting) {
  const navigate = useNavigate()
  const ahead: MutableRefObject<number> = useRef(0)
  const [over, setOver] = useState(false)

  const hear = useCallback(
    (status: SaveStatus) => {
      if (status.kind === 'closed') navigate(here, { replace: true })
      if (status.kind !== 'open' && status.kind !== 'saved') return
      ahead.current = Date.parse(status.now) - Date.now()
      // The clock of this machine had run ahead.
      if (Date.parse(status.deadlineAt) > Date.parse(status.now)) setOver(false)
    },
    [navigate, here],
  )

  useEffect(() => {
    ahead.current = Date.parse(now) - Date.now()
  }, [now])

  useEffect(() => {
    const look = () => void askState(address).then(hear)
    const wake = () => document.visibilityState === 'visible' && look()
    look()
    const timer = setInterval(look, over ? ASK_EVERY_MS : LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [address, hear, over])

  return { ahead, over, setOver, hear }
}
