import { suggestName } from './closest-name.ts'

/** Colours by the names that authors may use; those of Graphviz are taken for the nearest of ours. */
const colours = {
  linden: 'green darkgreen forestgreen seagreen lightgreen palegreen',
  amber: 'orange gold yellow lightyellow',
  brick: 'red darkred crimson tomato pink lightpink',
  eu: 'blue navy steelblue lightblue skyblue',
  grey: 'gray lightgrey lightgray darkgrey darkgray silver',
} as const

export type DotColour = keyof typeof colours

export const dotColours = ['linden', 'amber', 'brick', 'eu', 'grey'] as const satisfies readonly DotColour[]

/** A colour as Graphviz is told it, and as it comes back in the drawing. */
export function markerOfColour(colour: DotColour): string {
  return `#0000a${dotColours.indexOf(colour)}`
}

const oneOf = (names: string) => ({ kind: 'names', names: names.split(' ') }) as const
const upTo = (most: number) => ({ kind: 'number', most }) as const
const text = { kind: 'text' } as const
const colour = { kind: 'colour' } as const
const yesOrNo = oneOf('true false')

type Rule = ReturnType<typeof oneOf> | ReturnType<typeof upTo> | typeof text | typeof colour

const compass = oneOf('n ne e se s sw w nw c')
const heads = oneOf('normal none vee empty dot odot diamond odiamond box obox tee open crow inv')

/** What an author may set. Everything else is refused: it could take long, load a file or choose another engine. */
const rules: Readonly<Record<string, Rule>> = {
  label: text,
  xlabel: text,
  headlabel: text,
  taillabel: text,
  group: text,
  lhead: text,
  ltail: text,
  color: colour,
  fillcolor: colour,
  shape: oneOf(
    'box rect rectangle square ellipse oval circle doublecircle diamond plaintext plain none point cylinder note tab ' +
      'folder box3d component hexagon octagon parallelogram trapezium house triangle record Mrecord',
  ),
  style: oneOf('solid dashed dotted bold filled rounded invis'),
  rankdir: oneOf('TB LR BT RL'),
  rank: oneOf('same min max source sink'),
  dir: oneOf('forward back both none'),
  arrowhead: heads,
  arrowtail: heads,
  headport: compass,
  tailport: compass,
  labelloc: oneOf('t c b'),
  labeljust: oneOf('l c r'),
  ordering: oneOf('in out'),
  splines: oneOf('true false line polyline ortho spline'),
  constraint: yesOrNo,
  compound: yesOrNo,
  newrank: yesOrNo,
  fixedsize: yesOrNo,
  nodesep: upTo(3),
  ranksep: upTo(3),
  width: upTo(6),
  height: upTo(6),
  weight: upTo(50),
  peripheries: upTo(2),
}

export type DotAttribute =
  | { ok: true; value: string }
  /** `severity` is 'warning' where the diagram only loses a colour. */
  | { ok: false; severity: 'error' | 'warning'; message: string; remedy: string }

/** The value as Graphviz is told it. */
export function checkDotAttribute(name: string, value: string): DotAttribute {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (rule === undefined)
    return refused(`A diagram cannot use "${name}".`, suggestName(name, Object.keys(rules)))
  switch (rule.kind) {
    case 'text':
      return value.length <= 300
        ? { ok: true, value }
        : refused('This text is too long.', 'keep to 300 characters')
    case 'number': {
      const isNumber = /^\d{0,3}(?:\.\d{1,3})?$/.test(value) && value !== ''
      if (isNumber && Number(value) <= rule.most) return { ok: true, value }
      return refused(`"${name}" cannot be "${value}".`, `write a number from 0 to ${rule.most}`)
    }
    case 'colour': {
      if (value === 'transparent' || value === 'none') return { ok: true, value: 'transparent' }
      if (value === 'black') return { ok: true, value }
      const found = dotColours.find(ours => ours === value || colours[ours].split(' ').includes(value))
      if (found !== undefined) return { ok: true, value: markerOfColour(found) }
      const message = `The colour "${value}" is not shown: it may be unreadable in the light or in the dark.`
      return { ok: false, severity: 'warning', message, remedy: `use one of: ${dotColours.join(', ')}` }
    }
    case 'names': {
      const strange = value.split(',').find(part => !rule.names.includes(part.trim()))
      if (strange === undefined && (name === 'style' || !value.includes(','))) return { ok: true, value }
      return refused(`"${name}" cannot be "${value}".`, suggestName(strange?.trim() ?? value, rule.names))
    }
  }
}

function refused(message: string, remedy: string): DotAttribute {
  return { ok: false, severity: 'error', message, remedy }
}
