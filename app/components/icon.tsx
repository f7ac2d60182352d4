/** Small drawings of one family: 20 by 20, two strokes, colours from the text or the tokens. */

export function DoneIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9" className="fill-linden" />
      <path d="M5.5 10.3l3 3 6-6.4" className="stroke-on" />
    </svg>
  )
}

export function StartedIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" className="ring-amber" />
      <path d="M10 2a8 8 0 0 1 0 16z" className="fill-amber" />
    </svg>
  )
}

export function NewIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" className="ring-line" />
    </svg>
  )
}

export function CrossIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9" className="fill-brick" />
      <path d="M6.5 6.5l7 7m0-7l-7 7" className="stroke-on" />
    </svg>
  )
}

export function QuestionIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9" className="fill-amber" />
      <path d="M7.4 7.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9m0 2.4v.1" className="stroke-on" />
    </svg>
  )
}

export function ArrowIcon({ back = false }: { back?: boolean }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={back ? 'M16 10H4m5-5l-5 5 5 5' : 'M4 10h12m-5-5l5 5-5 5'} className="stroke-text" />
    </svg>
  )
}

export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="fill-linden" d="M2 2h12v12H2zM2 18h12v12H2zM18 18h12v12H18z" />
      <path
        className="fill-amber"
        d="M24 2.2c3.6 0 6 2.3 6 5.4 0 3.9-4.3 5.2-6 7-1.7-1.8-6-3.1-6-7 0-3.1 2.4-5.4 6-5.4z"
      />
    </svg>
  )
}
