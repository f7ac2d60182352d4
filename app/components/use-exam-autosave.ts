import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Autosave, createAutosave, type SaveStatus } from './exam-autosave.ts'
import { sendAnswer } from './exam-requests.ts'

const events = ['input', 'change', 'click', 'keyup', 'pointerup']

/**
 * Saves the answer in a form while it is given. Returns the state of that, and what leads it when the page is left.
 * @param question another one begins anew
 * @param over whether the fields are closed: what a form with closed fields holds is no answer
 */
export function useExamAutosave(
  form: RefObject<HTMLFormElement>,
  question: string | null,
  address: string,
  heard: (status: SaveStatus) => void,
  over: boolean,
) {
  const [status, setStatus] = useState<SaveStatus | null>(null)
  const autosave = useRef<Autosave | null>(null)
  const latest = useRef({ heard, over })
  latest.current = { heard, over }

  useEffect(() => {
    const element = form.current
    if (element === null || question === null) return
    let here = true
    setStatus(null)
    // What was chosen before the scripts came has not been sent.
    const sent = isTouched(element) ? '' : bodyOf(element)
    const saving = createAutosave(
      sent,
      body => sendAnswer(address, body),
      next => {
        if (!here) return
        setStatus(next)
        latest.current.heard(next)
      },
    )
    const take = () => {
      if (here && !latest.current.over) saving.change(bodyOf(element))
    }
    // After the event: what it moves or ticks stands in the form only then.
    const look = () => setTimeout(take)
    autosave.current = {
      ...saving,
      flush() {
        take()
        return saving.flush()
      },
      isBusy() {
        take()
        return saving.isBusy()
      },
    }
    const hide = () => void autosave.current?.flush()
    for (const event of events) element.addEventListener(event, look)
    document.addEventListener('visibilitychange', hide)
    look()
    return () => {
      here = false
      autosave.current = null
      for (const event of events) element.removeEventListener(event, look)
      document.removeEventListener('visibilitychange', hide)
      void saving.flush()
    }
  }, [form, question, address])

  return { status, autosave }
}

function bodyOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  return new URLSearchParams(fields).toString()
}

function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some(field => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some(
        option => option.selected !== option.defaultSelected && option.value !== '',
      )
    if (!(field instanceof HTMLInputElement)) return false
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue
  })
}
