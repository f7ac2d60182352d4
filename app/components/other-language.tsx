import { useEffect } from 'react'
import type { LessonView } from '#app/domain/learning/view-lesson.server.ts'

/** A block that begins this near to the upper edge, in pixels, is what one reads. */
const UPPER_EDGE = 80

/**
 * Keeps the place, and what is answered and not sent yet, when the lesson is opened in the other language. Questions
 * and their options have the same names there; headings have counterparts. Stands before the questions, because
 * they read their fields when they begin.
 */
export function OtherLanguage({ lesson }: { lesson: LessonView }) {
  const { courseId, id, counterparts } = lesson
  const store = `answers:${courseId}/${id}`
  useEffect(() => bringAnswers(store), [store])
  useEffect(() => {
    let before = 0
    let reached = 0
    const read = () => {
      if (scrollY > before) reached = scrollY
      before = scrollY
    }
    const leave = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.language') : null
      if (link === null) return
      // On a phone the link scrolls away: whoever went up to it is asked for where they read before.
      const here = scrollY > innerHeight / 2 ? scrollY : reached
      link.hash = placeInText(counterparts, UPPER_EDGE + here - scrollY)
      takeAnswers(store)
    }
    document.addEventListener('scroll', read, { passive: true })
    document.addEventListener('click', leave)
    return () => {
      document.removeEventListener('scroll', read)
      document.removeEventListener('click', leave)
    }
  }, [store, counterparts])
  return null
}

/** The name, in the other language, of the question or section that begins last above an edge; '' at the beginning. */
function placeInText(counterparts: LessonView['counterparts'], edge: number): string {
  let place = ''
  for (const block of document.querySelectorAll('.reading :is(.quiz, h2, h3)[id]')) {
    if (block.getBoundingClientRect().top > edge) break
    place = block.className.startsWith('quiz') ? block.id : (counterparts[block.id] ?? place)
  }
  return place
}

function takeAnswers(store: string): void {
  const kept = new URLSearchParams()
  for (const form of document.querySelectorAll<HTMLFormElement>('form.answer')) {
    const sent = new FormData(form)
    kept.append(`attempt:${sent.get('question')}`, String(sent.get('attempt')))
    for (const [name, value] of sent) if (name.startsWith('answer:')) kept.append(name, String(value))
  }
  try {
    sessionStorage.setItem(store, kept.toString())
  } catch {
    // Storage may be full or switched off: then the place alone is kept.
  }
}

function bringAnswers(store: string): void {
  let found: string | null = null
  try {
    found = sessionStorage.getItem(store)
    sessionStorage.removeItem(store)
  } catch {
    // As above.
  }
  const kept = new URLSearchParams(found ?? '')
  for (const form of document.querySelectorAll<HTMLFormElement>('form.answer')) {
    const data = new FormData(form)
    const question = String(data.get('question'))
    // The options of another attempt have other names.
    if (kept.get(`attempt:${question}`) !== data.get('attempt')) continue
    const values = kept.getAll(`answer:${question}`)
    const fields = [...form.elements].filter(field => field.getAttribute('name') === `answer:${question}`)
    for (const [number, field] of fields.entries()) fillIn(field, values, number)
  }
}

function fillIn(field: Element, values: string[], number: number): void {
  if (field instanceof HTMLSelectElement) {
    // A step of a sequence is known by its name, wherever it stood.
    const own = [...field.options].map(({ value }) => value)
    const next = values[number] ?? ''
    field.value = own.includes(next) ? next : (values.find(value => own.includes(value)) ?? field.value)
  } else if (field instanceof HTMLInputElement) {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
    else field.value = values[number] ?? ''
  }
}
