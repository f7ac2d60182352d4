import { type FenceOption, readFenceOptions } from './fence-options.ts'

export type ContainerLine =
  | { kind: 'close'; length: number }
  | {
      kind: 'open'
      length: number
      name: string
      /** What follows the name, as written. */
      rest: string
      /** True when what follows the name is not a pair of braces. */
      malformed: boolean
      /** @param column the column of the first colon, from 1 */
      options: (column: number) => FenceOption[]
    }

/** Reads one line that begins with three or more colons; null when it is ordinary text. */
export function readContainerLine(text: string): ContainerLine | null {
  const match = /^(:{3,})[ \t]*(?:([^\s{}:][^\s{}]*)[ \t]*)?(.*)$/.exec(text.trimEnd())
  if (match === null) return null
  const [, colons = '', name, rest = ''] = match
  if (name === undefined && rest === '') return { kind: 'close', length: colons.length }
  if (name === undefined && !rest.startsWith('{')) return null
  const braces = /^\{(.*)\}$/.exec(rest)
  return {
    kind: 'open',
    length: colons.length,
    name: name ?? '',
    rest,
    malformed: rest !== '' && braces === null,
    options: column => readFenceOptions(braces?.[1] ?? '', column + text.indexOf(rest, colons.length) + 1),
  }
}
