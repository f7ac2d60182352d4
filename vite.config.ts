import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import { build, defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

/**
 * Builds our own Node process as the server entry, with the Remix build inside it, so that routes and
 * process share one copy of every module: one database, one catalogue, one clock.
 */
function serverEntry(): Plugin {
  return {
    name: 'zagore-server-entry',
    config(_config, { isSsrBuild }) {
      if (!isSsrBuild) return
      return { build: { target: 'node20', rollupOptions: { input: './app/server/main.ts' } } }
    },
  }
}

/** The script and the style of the offline verifier as two texts: they go into a page that travels by itself. */
function offlineVerifier(): Plugin {
  const folder = 'app/domain/certificates/offline'
  const name = 'virtual:offline-verifier'
  return {
    name: 'zagore-offline-verifier',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return
      const [output] = [
        await build({
          configFile: false,
          logLevel: 'error',
          build: {
            write: false,
            target: 'es2022',
            lib: { entry: `${folder}/offline-page.ts`, formats: ['iife'], name: 'offlineVerifier' },
          },
        }),
      ].flat()
      if (output === undefined || !('output' in output)) throw new Error('The offline verifier was not built')
      const style = readFileSync(`${folder}/offline.css`, 'utf8').replace(
        /url\("(.*?\.woff2)"\)/g,
        (_, font) => `url("data:font/woff2;base64,${readFileSync(join(folder, font), 'base64')}")`,
      )
      return `export const script = ${JSON.stringify(output.output[0].code)}\nexport const style = ${JSON.stringify(style)}`
    },
  }
}

const compressible = /\.(?:js|css|svg|json|txt|webmanifest)$/

/** Compresses built files once, so that no request pays for it. */
function compressFiles(): Plugin {
  return {
    name: 'zagore-compress',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    writeBundle({ dir }) {
      if (dir === undefined) return
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!compressible.test(name) || name.startsWith('.vite')) continue
        const path = join(dir, name)
        const source = readFileSync(path)
        writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }))
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        )
      }
    },
  }
}

/** One file of what every page needs: a first visit makes few requests, and the next page fetches only its own. */
function chunkOf(id: string): string | undefined {
  if (/node_modules|vite\/|commonjs/.test(id)) return 'shared'
  // Lessons and exams share the fields of questions. In any file but this one they would be a request more: a route
  // in a file with others keeps one of its own, which leads there.
  const shared =
    /app\/(entry\.client|i18n\/|paths|platform\/|routes\/page-meta|components\/(site|page-link|icon|nonce|static-html|toast|error-page|focus|navigation|progress-bar|answer-fault|lesson-state|breadcrumbs|course-cover|question-(?!hints)|part-mark))/
  return shared.test(id) ? 'shared' : undefined
}

export default defineConfig({
  plugins: [remix(remixOptions), serverEntry(), offlineVerifier(), compressFiles()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    minify: 'terser',
    rollupOptions: { output: { manualChunks: chunkOf } },
  },
  server: { host: '127.0.0.1' },
  // pdfkit and its fonts read files beside themselves; the rest is native.
  ssr: { external: ['pdfkit', 'fontkit', 'better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js'] },
})
