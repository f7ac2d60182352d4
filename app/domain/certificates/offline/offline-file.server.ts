import { createHash } from 'node:crypto'
import { escapeXml } from '#app/platform/xml.ts'
import { offlineWords } from './offline-words.ts'
import type { Knowledge } from './verify-offline.ts'

/** The bundled script and the style of the page. */
export type OfflineParts = { script: string; style: string }

/**
 * The offline verifier as one HTML file with everything inside: script, style, the hub's keys and its status lists.
 * Its own policy forbids it to ask any address for anything, so that whoever uses it need not take our word for that.
 */
export function offlineFile(
  { script, style }: OfflineParts,
  knowledge: Knowledge & { demo: boolean },
): string {
  const safeScript = script.replaceAll('</script', '<\\/script')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(safeScript)}'`,
    `style-src '${hashOf(style)}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="bg">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(offlineWords.bg.title)} / ${escapeXml(offlineWords.en.title)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>Тази страница проверява файла на вашия компютър и има нужда от JavaScript. / This page checks the file on your computer and needs JavaScript.</noscript>
<script type="application/json" id="knowledge">${JSON.stringify(knowledge).replaceAll('<', '\\u003c')}</script>
<script>${safeScript}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
