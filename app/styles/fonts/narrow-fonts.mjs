import { readFileSync, writeFileSync } from 'node:fs'
import { create } from 'fontkit'
import subsetFont from 'subset-font'

/**
 * Makes the two fonts that every page loads: all characters of the originals, and of their weights, 1 to 1000, the
 * ones that the styles use. They are kept with the project, because a first visit pays for every byte and a build
 * should not need the tools. Run it when the package of the fonts changes: node app/styles/fonts/narrow-fonts.mjs
 */
export const weights = { min: 400, max: 800 }

const originals = new URL('../../../node_modules/@fontsource-variable/sofia-sans/files/', import.meta.url)

for (const script of ['latin', 'cyrillic']) {
  const original = readFileSync(new URL(`sofia-sans-${script}-wght-normal.woff2`, originals))
  const characters = String.fromCodePoint(...create(original).characterSet)
  const narrowed = await subsetFont(original, characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
  })
  writeFileSync(new URL(`sofia-sans-${script}.woff2`, import.meta.url), narrowed)
}
