import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { classOfPart, PartMark } from './part-mark.tsx'
import type { QuestionFieldsProps } from './question-fields.tsx'
import { StaticHtml } from './static-html.tsx'

/**
 * Steps to be put in order. Without scripts every step has a list of places to choose from; with them, buttons that
 * move it, and a handle to draw it by. Both post the same.
 */
export function QuestionOrder({ view, disabled }: QuestionFieldsProps) {
  const { t } = useI18n()
  const list = useRef<HTMLOListElement>(null)
  const held = useRef<string | null>(null)
  const [moved, setMoved] = useState<string[] | null>(null)
  const [said, setSaid] = useState('')
  // From the lists, because something may have been chosen in them before the scripts came.
  useEffect(() => setMoved(chosenOrder(list.current)), [])
  const name = `answer:${view.id}`
  const count = view.options.length
  const shownOf = (id: string) => view.options.findIndex(option => option.id === id)
  const order = moved?.length === count ? moved : view.options.map(({ id }) => id)

  function move(id: string, to: number) {
    if (to < 0 || to >= count || to === order.indexOf(id)) return
    const next = order.filter(other => other !== id)
    next.splice(to, 0, id)
    setMoved(next)
    const step = document.getElementById(`${view.id}-${id}`)?.textContent ?? ''
    setSaid(t('question.moved', { step, place: to + 1, places: count }))
  }

  function draw({ clientY }: PointerEvent) {
    const id = held.current
    if (id === null) return
    const others = [...(list.current?.children ?? [])].filter(row => row !== rowOf(list.current, id))
    move(id, others.filter(row => clientY > middleOf(row)).length)
  }

  return (
    <>
      <ol
        className="sequence"
        ref={list}
        onPointerMove={draw}
        onLostPointerCapture={() => {
          held.current = null
        }}
      >
        {order.map((id, place) => {
          const shown = shownOf(id)
          const right = shown === place ? (view.parts?.[place] ?? null) : null
          const text = `${view.id}-${id}`
          const labelled = (control: string) => ({
            id: `${text}-${control}`,
            'aria-labelledby': `${text}-${control} ${text}`,
          })
          return (
            <li className={classOfPart('step', right)} data-step={id} key={id}>
              <span
                className="place"
                aria-hidden="true"
                onPointerDown={({ pointerId }) => {
                  if (moved === null || disabled) return
                  held.current = id
                  list.current?.setPointerCapture(pointerId)
                }}
              />
              <div>
                <span id={text}>
                  <StaticHtml as="span" of={`${view.id}/option/${shown}`} />
                </span>{' '}
                <PartMark right={right} />
              </div>
              {disabled ? null : moved === null ? (
                <select
                  name={name}
                  defaultValue={view.given.find(value => value.startsWith(`${id}:`)) ?? `${id}:${place + 1}`}
                  aria-label={t('question.place')}
                  {...labelled('place')}
                >
                  {order.map((other, number) => (
                    <option value={`${id}:${number + 1}`} key={other}>
                      {number + 1}
                    </option>
                  ))}
                </select>
              ) : (
                <span className="move">
                  <input type="hidden" name={name} value={`${id}:${place + 1}`} />
                  <button
                    type="button"
                    aria-label={t('question.up')}
                    aria-disabled={place === 0}
                    onClick={() => move(id, place - 1)}
                    {...labelled('up')}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={t('question.down')}
                    aria-disabled={place === count - 1}
                    onClick={() => move(id, place + 1)}
                    {...labelled('down')}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
    </>
  )
}

function chosenOrder(list: HTMLElement | null): string[] {
  return [...(list?.querySelectorAll('select') ?? [])]
    .map(({ value }) => value.split(':'))
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([id = '']) => id)
}

function rowOf(list: HTMLElement | null, id: string): Element | null {
  return list?.querySelector(`[data-step="${id}"]`) ?? null
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
