/** How a verdict looks: its colour and its drawing. Each verdict has a drawing that no other one has. */
export const verdictLooks = {
  valid: { tone: 'good', shape: 'circle', mark: 'M5.5 10.3l3 3 6-6.4' },
  genuine: { tone: 'good', shape: 'shield', mark: 'M6 9.6l2.8 2.8 5.4-5.6' },
  expired: { tone: 'care', shape: 'circle', mark: 'M10 4.8V10l3.4 2.4' },
  superseded: { tone: 'care', shape: 'circle', mark: 'M5 8h9m-2.6-2.6L14 8m1 4.2H6m2.6 2.6L6 12.2' },
  mistyped: { tone: 'care', shape: 'circle', mark: 'M5.6 14.4l.6-2.8 6-6 2.2 2.2-6 6z' },
  mixed: { tone: 'care', shape: 'circle', mark: 'M5.8 6.6h8.4M5.8 10h8.4m-8.4 3.4h4.6' },
  revoked: { tone: 'bad', shape: 'circle', mark: 'M6.5 6.5l7 7m0-7l-7 7' },
  unknown: {
    tone: 'bad',
    shape: 'circle',
    mark: 'M12.4 9a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0zm-1 2.6l3.4 3.2',
  },
  altered: { tone: 'bad', shape: 'shield', mark: 'M5.8 8h8.4m-8.4 3.6h8.4M12.4 5.6l-4.8 8.4' },
  'not-ours': { tone: 'bad', shape: 'shield', mark: 'M7 6.6l6 6m0-6l-6 6' },
  withdrawn: { tone: 'plain', shape: 'circle', mark: 'M5.5 10h9' },
  guarded: {
    tone: 'plain',
    shape: 'circle',
    mark: 'M6.4 9.4h7.2v4.8H6.4zM7.6 9.2V7.6a2.4 2.4 0 0 1 4.8 0v1.6',
  },
  unchecked: { tone: 'plain', shape: 'circle', mark: 'M10 5v6m0 3v.1' },
  throttled: { tone: 'plain', shape: 'circle', mark: 'M6.6 5h6.8l-6.8 10h6.8z' },
} as const

export type VerdictLook = keyof typeof verdictLooks

const shapes = {
  circle: 'M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  shield: 'M10 .8l7.6 2.6v6.2c0 4.8-3.2 8.2-7.6 9.7-4.4-1.5-7.6-4.9-7.6-9.7V3.4z',
}

const fills = { good: 'fill-linden', care: 'fill-amber', bad: 'fill-brick', plain: 'fill-ink' }

export function VerdictIcon({ look }: { look: VerdictLook }) {
  const { tone, shape, mark } = verdictLooks[look]
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[shape]} className={fills[tone]} />
      <path d={mark} className="stroke-on" />
    </svg>
  )
}
