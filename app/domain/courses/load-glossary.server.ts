import { join } from 'node:path'
import { hashOf, listFolder, readContentText } from './content-files.server.ts'
import { type Diagnostic, inFile } from './diagnostic.ts'
import { type Glossary, noGlossary, readGlossary } from './glossary.ts'

const NAME = 'glossary.yml'

/** `version` changes with anything that a lesson could show of a term. */
export type VersionedGlossary = Glossary & { version: string }

/** Reads `glossary.yml`. A content folder may do without one. */
export function loadGlossary(contentDir: string): { glossary: VersionedGlossary; diagnostics: Diagnostic[] } {
  const entry = listFolder(contentDir, contentDir)?.find(({ name, kind }) => name === NAME && kind === 'file')
  if (!entry) return { glossary: versioned(noGlossary), diagnostics: [] }
  const read = readContentText(join(contentDir, NAME))
  if (!read.ok) {
    return {
      glossary: versioned({ terms: [], sound: false }),
      diagnostics: [{ file: NAME, ...read.problem }],
    }
  }
  const { glossary, problems } = readGlossary(read.text)
  return { glossary: versioned(glossary), diagnostics: inFile(NAME, problems) }
}

function versioned(glossary: Glossary): VersionedGlossary {
  return { ...glossary, version: hashOf(JSON.stringify(glossary)) }
}
