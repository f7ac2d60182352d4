import { join } from 'node:path'
import { listFolder, readContentText } from './content-files.server.ts'
import type { CodeName, FrameworkField } from './course.ts'
import { type Diagnostic, inFile } from './diagnostic.ts'
import { type Frameworks, frameworkFieldOf, frameworkFile } from './frameworks.ts'
import { readYaml } from './read-yaml.ts'

/** Reads `frameworks/*.yml`. A file with an error is left out, and its codes are not checked. */
export function loadFrameworks(contentDir: string): { frameworks: Frameworks; diagnostics: Diagnostic[] } {
  const codes = new Map<FrameworkField, CodeName[]>()
  const diagnostics: Diagnostic[] = []
  for (const { name, path } of listFolder(join(contentDir, 'frameworks'), contentDir) ?? []) {
    const field = frameworkFieldOf(name)
    if (field === null || !name.endsWith('.yml')) continue
    const file = `frameworks/${name}`
    const read = readContentText(path)
    if (!read.ok) {
      diagnostics.push({ file, ...read.problem })
      continue
    }
    const { value, problems } = readYaml(read.text, frameworkFile)
    diagnostics.push(...inFile(file, problems))
    if (value === null) continue
    const { source, items } = value
    const names = items.map(({ id, name }) => ({ framework: field, code: id, name, source }))
    codes.set(field, [...(codes.get(field) ?? []), ...names])
  }
  return { frameworks: codes, diagnostics }
}
