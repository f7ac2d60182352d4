import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { derivePostgresqlSchema } from './postgresql-schema.ts'

const authored = `// A note for those who edit.
// Another one.

generator client {
  provider = "prisma-client"
  output   = "./generated/sqlite"
}

datasource db {
  provider = "sqlite"
}

/// A documented model.
model Thing {
  id String @id // "sqlite" in a comment stays
}
`

test('only the provider, the output and the heading differ', () => {
  const derived = derivePostgresqlSchema(authored)
  expect(
    derived,
  ).toBe(`// Derived from schema.prisma, which is the one to edit: \`npm run generate\` writes this file again.

generator client {
  provider = "prisma-client"
  output   = "./generated/postgresql"
}

datasource db {
  provider = "postgresql"
}

/// A documented model.
model Thing {
  id String @id // "sqlite" in a comment stays
}
`)
})

test('line ends of Windows make no difference', () => {
  expect(derivePostgresqlSchema(authored.replaceAll('\n', '\r\n'))).toBe(derivePostgresqlSchema(authored))
})

test('documentation at the very beginning is kept', () => {
  expect(derivePostgresqlSchema(authored.replace('// A note', '/// A note'))).toContain('/// A note')
})

test('a schema whose engine or output cannot be told is refused', () => {
  expect(() => derivePostgresqlSchema(authored.replace('"sqlite"', '"mysql"'))).toThrow('exactly once')
  expect(() => derivePostgresqlSchema(authored.replace('./generated/sqlite', './elsewhere'))).toThrow(
    'exactly once',
  )
  expect(() => derivePostgresqlSchema(authored + authored)).toThrow('2 times')
})

test('the committed PostgreSQL schema is the one derived from the authored schema', () => {
  const committed = readFileSync('prisma/schema.postgresql.prisma', 'utf8')
  const derived = derivePostgresqlSchema(readFileSync('prisma/schema.prisma', 'utf8'))
  expect(committed, 'run `npm run generate` and commit what it writes').toBe(derived)
})
