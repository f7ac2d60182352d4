import { buildSite, prepare } from './prepare.mjs'

const development = process.argv.includes('--dev')
process.env.NODE_ENV = development ? 'development' : 'production'

await prepare()
if (development) {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  const { startDevelopment } = await vite.ssrLoadModule('/app/server/dev.ts')
  await startDevelopment(vite)
} else {
  await buildSite()
  // In this process, so that signals and the exit code need nobody to pass them on.
  await import('../../build/server/index.js')
}
