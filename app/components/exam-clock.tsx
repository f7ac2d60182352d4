import { type MutableRefObject, useEffect, useRef, useState } from 'react'
import { warningMinutes } from '#app/domain/learning/exam/exam-clock.ts'
import { formatTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

type ExamClockProps = {
  minutes: number
  deadlineAt: string
  /** The server's time when the page was made. */
  now: string
  /** Milliseconds by which the server's clock is ahead of this one. */
  ahead: MutableRefObject<number>
  onOver: () => void
}

/** What is left of a sitting. The figures can be hidden; the warnings come all the same, and are read out. */
export function ExamClock({ minutes, deadlineAt, now, ahead, onOver }: ExamClockProps) {
  const { language, t } = useI18n()
  const end = Date.parse(deadlineAt)
  const [left, setLeft] = useState(end - Date.parse(now))
  const [running, setRunning] = useState(false)
  const [hidden, setHidden] = useRemembered('exam-clock-hidden')
  const over = useRef(onOver)
  over.current = onOver

  useEffect(() => {
    setRunning(true)
    const tick = () => {
      const rest = end - (Date.now() + ahead.current)
      setLeft(rest)
      if (rest <= 0) over.current()
    }
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [end, ahead])

  const seconds = Math.max(0, Math.ceil(left / 1_000))
  const warning = warningMinutes(minutes)
    .filter(mark => seconds <= mark * 60)
    .at(-1)
  return (
    <div className={warning === undefined ? 'clock' : 'clock late'}>
      <p className="clock-line">
        {running && !hidden ? (
          <span role="timer" aria-label={t('exam.clock.label')} className="clock-left">
            {figures(seconds)}
          </span>
        ) : (
          !running && (
            <span className="clock-left">{t('exam.minutes', { count: Math.ceil(seconds / 60) })}</span>
          )
        )}
        <span className="meta">{t('exam.clock.until', { time: formatTime(language, deadlineAt) })}</span>
        {running && (
          <button className="plain" type="button" onClick={() => setHidden(!hidden)}>
            {hidden ? t('exam.clock.show') : t('exam.clock.hide')}
          </button>
        )}
      </p>
      {/* Always there, so that what appears in it is read out. */}
      <p className="clock-warning" role="status">
        {running && warning !== undefined && seconds > 0 && t('exam.clock.warning', { count: warning })}
      </p>
    </div>
  )
}

/** `9:05`, and with hours `1:09:05`. */
function figures(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** A choice that this browser keeps. Where it may keep nothing, it holds for the page. */
function useRemembered(name: string): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(false)
  useEffect(() => {
    try {
      setValue(localStorage.getItem(name) === 'yes')
    } catch {
      // Storage is refused here.
    }
  }, [name])
  return [
    value,
    next => {
      setValue(next)
      try {
        localStorage.setItem(name, next ? 'yes' : 'no')
      } catch {
        // As above.
      }
    },
  ]
}
