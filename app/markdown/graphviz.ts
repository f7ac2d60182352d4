import { instance, type Viz } from '@viz-js/viz'

/** Graphviz as WebAssembly: started once, because drawing cannot wait and starting it must. */
let graphviz: Viz = await instance()

export type Drawn = { ok: true; svg: string } | { ok: false; line: number | null; reason: string }

/** SVG of a graph that `readDot` has written. */
export function drawDot(source: string): Drawn {
  try {
    const result = graphviz.render(source, { format: 'svg', engine: 'dot' })
    if (result.status === 'success') return { ok: true, svg: result.output }
    const reason = result.errors.find(({ level }) => level === 'error')?.message ?? 'no reason given'
    const line = /\bline (\d+)\b/.exec(reason)?.[1]
    return { ok: false, line: line === undefined ? null : Number(line), reason: reason.replace(/\s+/g, ' ') }
  } catch (error) {
    // After running out of its memory it may be in no state to go on: the next diagrams get a new one.
    void instance().then(fresh => {
      graphviz = fresh
    })
    return { ok: false, line: null, reason: error instanceof Error ? error.message : String(error) }
  }
}
