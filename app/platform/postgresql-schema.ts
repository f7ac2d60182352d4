const header = `// Derived from schema.prisma, which is the one to edit: \`npm run generate\` writes this file again.

`

/**
 * The PostgreSQL twin of the authored SQLite schema: the same models word for word, another provider and
 * another folder for the generated client. Throws when the schema does not have exactly one of the two lines
 * that differ, because a half-derived schema would still generate.
 */
export function derivePostgresqlSchema(sqliteSchema: string): string {
  const models = sqliteSchema.replaceAll('\r\n', '\n').replace(/^(?:\/\/(?!\/).*\n|\n)+/, '')
  const withProvider = replaceOnce(models, /(provider\s*=\s*)"sqlite"/g, '$1"postgresql"')
  return (
    header +
    replaceOnce(withProvider, /(output\s*=\s*)"\.\/generated\/sqlite"/g, '$1"./generated/postgresql"')
  )
}

function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  const found = text.match(pattern)?.length ?? 0
  if (found !== 1)
    throw new Error(`The schema must have ${pattern.source} exactly once, but has it ${found} times`)
  return text.replace(pattern, replacement)
}
