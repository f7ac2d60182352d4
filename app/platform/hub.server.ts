import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Localized } from './language.ts'

const localized = z.strictObject({ bg: z.string().trim().min(1), en: z.string().trim().min(1) })

const hubFile = z.strictObject({
  /** How the platform is called. */
  academy: localized,
  name: localized,
  legalName: localized,
  legalId: localized,
  place: localized,
  /** For whom the academy is, as it continues „курсове за …“ and "courses for …". */
  audience: localized,
  country: localized,
  address: localized,
  email: z.email(),
  website: z.url({ protocol: /^https$/ }),
  domain: z.string().regex(/^[a-z0-9.-]+(:\d+)?$/),
  qualityAssurance: localized,
})

/** The hub that runs this installation. All of it is configuration, none of it is code. */
export type Hub = z.infer<typeof hubFile> & { academy: Localized }

export type HubResult = { ok: true; hub: Hub } | { ok: false; problems: string[] }

export function readHub(contentDir: string): HubResult {
  const path = join(contentDir, 'hub.yml')
  let source: string
  try {
    source = readFileSync(path, 'utf8')
  } catch {
    return {
      ok: false,
      problems: [`${path} cannot be read: it names the hub. Copy it from the original project.`],
    }
  }
  let value: unknown
  try {
    value = parse(source, { maxAliasCount: 0 })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return { ok: false, problems: [`${path} is not valid YAML: ${reason}`] }
  }
  const parsed = hubFile.safeParse(value)
  if (parsed.success) return { ok: true, hub: parsed.data }
  return { ok: false, problems: parsed.error.issues.map(i => `${path}: ${i.path.join('.')}: ${i.message}`) }
}

const held = globalThis as { zagoreHub?: Hub }

export function setHub(hub: Hub): void {
  held.zagoreHub = hub
}

export function hub(): Hub {
  if (!held.zagoreHub) throw new Error('The hub is read before it was set at start.')
  return held.zagoreHub
}
