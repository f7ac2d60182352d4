import { defineConfig } from 'prisma/config'

// The command-line tool looks for a native schema engine, and would download one, even for `generate`,
// which never starts it. Any existing file satisfies the look-up.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({})
