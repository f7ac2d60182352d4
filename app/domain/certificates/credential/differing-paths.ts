import { isRecord } from './proof-set.ts'

/** Where two JSON values differ: a dotted path, and whether each of them has anything there. */
export type DifferingPath = { path: string; inOfficial: boolean; inStated: boolean }

/** Names of members may be anything in what somebody sent: this much of them is shown. */
const LONGEST_NAME = 60

/**
 * Walks two values side by side and names the places where they differ, the smallest there are: a leaf that is
 * another one, a part that only one of them has. It goes no deeper than the official one does, and no further than
 * it is asked, so that anything may stand beside it.
 */
export function* differingPaths(official: unknown, stated: unknown, path = ''): Generator<DifferingPath> {
  const pair = Array.isArray(official) === Array.isArray(stated)
  if (!pair || !isObject(official) || !isObject(stated)) {
    if (official !== stated) yield { path: path === '' ? '.' : path, inOfficial: true, inStated: true }
    return
  }
  const inArray = Array.isArray(official)
  for (const name of Object.keys(official)) {
    const inside = pathOf(path, name, inArray)
    if (Object.hasOwn(stated, name)) yield* differingPaths(official[name], stated[name], inside)
    else yield { path: inside, inOfficial: true, inStated: false }
  }
  for (const name of Object.keys(stated)) {
    if (Object.hasOwn(official, name)) continue
    yield { path: pathOf(path, name, inArray), inOfficial: false, inStated: true }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return isRecord(value) || Array.isArray(value)
}

function pathOf(path: string, name: string, inArray: boolean): string {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
  if (inArray) return `${path}[${shown}]`
  return path === '' ? shown : `${path}.${shown}`
}
