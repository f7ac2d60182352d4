#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
if (!existsSync(new URL('node_modules/tsx', root))) {
  const { prepare } = await import('../server/prepare.mjs')
  await prepare()
}
process.env.NODE_ENV ??= 'production'
const { register } = await import('tsx/esm/api')
register({ tsconfig: fileURLToPath(new URL('tsconfig.json', root)) })
const { run } = await import('./main.ts')
process.exitCode = await run(process.argv.slice(2))
