import { type DotColour, dotColours } from '#app/markdown/dot-attributes.ts'

/** The light theme's colours for the parts of a diagram: the lines and the grounds of each name. */
const colours: Record<DotColour, { line: string; tint: string }> = {
  linden: { line: '#1c5b43', tint: '#e5efe8' },
  amber: { line: '#b86a06', tint: '#fbeed5' },
  brick: { line: '#a3311d', tint: '#fae7e2' },
  eu: { line: '#003399', tint: '#e6ebf7' },
  grey: { line: '#7d8a82', tint: '#f2f0e8' },
}

const styles = [
  'text{font-family:"Sofia Sans";font-size:14px;fill:#15221c}',
  'path,polygon,polyline,ellipse{fill:none;stroke:#4b5a52}',
  '.node polygon,.node ellipse,.node path{fill:#ffffff}',
  '.solid{fill:#4b5a52}.bare{stroke:none}.dashed{stroke-dasharray:5,3}.dotted{stroke-dasharray:1,3}.bold{stroke-width:2}',
  ...dotColours.flatMap(name => [
    `.line-${name}{stroke:${colours[name].line}}.line-${name}.solid{fill:${colours[name].line}}`,
    // In a node there are words, which a full colour would hide.
    `.node .tint-${name},.cluster .tint-${name},.node .line-${name}.solid{fill:${colours[name].tint}}`,
  ]),
].join('')

/** A drawing that takes its colours from the page's style sheet, with colours of its own for where there is none. */
export function colouredDiagram(svg: string): string {
  const named = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  return named.replace(/<svg[^>]*>/, `$&<style>${styles}</style>`)
}
