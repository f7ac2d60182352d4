import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { findUnsafeHtml } from './find-unsafe-html.ts'
import { renderFormula } from './formula.ts'

/** One of everything that the library draws in a way of its own. */
const samples = String.raw`
x^2 + y_1 - \frac{1}{2} \cdot \sqrt[3]{z}
\sum_{i=1}^n i \quad \prod_{k}^{m} \int_0^1 \oint \lim_{x \to 0} \max_{a}
\left( \frac{a}{b} \middle| c \right] \big| \Bigg\{
\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
\begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases}
\begin{aligned} a &= b \\ c &= d \end{aligned}
\begin{array}{|l|r|} \hline a & b \\ \hline \end{array}
\mathbb{R} \mathbf{v} \mathcal{L} \mathfrak{g} \mathsf{s} \mathtt{t} \mathit{i} \boldsymbol{b}
\text{дума} \textbf{важна} \textit{дума} \texttt{код} \operatorname{rank} A
\overline{x} \underline{x} \hat{x} \vec{x} \widehat{abc} \overbrace{x}^{n} \underbrace{x}_{n}
\xrightarrow{a} \xleftarrow[b]{a} \overset{!}{=} \underset{x}{y} \stackrel{a}{b}
\boxed{x} \cancel{x} \phase{-78} \angl{n} \fbox{x} \not= \neq
\rule{1em}{2em} \raisebox{1em}{x} \vcenter{x} \phantom{x} \hphantom{x} \smash{x} \mathrlap{x}
\colorbox{red}{x} \fcolorbox{red}{blue}{x} \color{red} x \textcolor{#f00}{x}
\pmb{x} \mathchoice{a}{b}{c}{d} \verb|x| \displaystyle \scriptstyle \Huge x
\binom{n}{k} \dfrac{a}{b} \cfrac{a}{b} {a \above 2pt b} {a \atop b}
a \pmod n \bmod m \, \; \! \quad \hspace{1em} \kern 2mu x \& \% \# \$ < > "
\langle x \rangle \lfloor y \rfloor \| z \| \vert w \vert \lvert \rvert
`
  .split('\n')
  .filter(line => line !== '')

/** Words of MathML in their order, styled letters as plain ones. */
function words(mathml: string): string {
  return mathml
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<[^>]*>/g, '')
    .normalize('NFKD')
}

function elements(mathml: string): string[] {
  const known = mathml
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<(m[a-z]*)([^>]*)\/>/g, '<$1$2></$1>')
    .matchAll(/<(\/?m[a-z]*)/g)
  return [...known].map(match => match[1] ?? '')
}

describe('renderFormula', () => {
  it.each(samples)('keeps every element and word of %s', tex => {
    const formula = renderFormula(tex, true)
    const original = katex.renderToString(tex, { output: 'mathml', displayMode: true, strict: 'ignore' })
    if (!formula.ok) throw new Error(formula.message)
    expect(elements(formula.html)).toEqual(elements(original))
    expect(words(formula.html)).toBe(words(original))
    expect(findUnsafeHtml(formula.html)).toBeNull()
  })

  it('keeps no style and no colour, which would not follow light and dark', () => {
    const formula = renderFormula('\\fcolorbox{red}{blue}{x} \\textcolor{red}{x}', false)
    expect(formula).toMatchObject({ ok: true })
    expect(JSON.stringify(formula)).not.toMatch(/ style=|red|blue/)
  })

  it('draws a filled box in the colour of the text', () => {
    expect(renderFormula('\\rule{1em}{1em}', false)).toMatchObject({
      html: expect.stringContaining('mathbackground="currentcolor"'),
    })
  })

  it.each([
    ['\\href{javascript:alert(1)}{x}', '\\href'],
    ['\\url{https://example.org}', '\\url'],
    ['\\includegraphics{a.png}', '\\includegraphics'],
    ['\\htmlClass{a}{x}', '\\htmlClass'],
    ['\\htmlStyle{color: red}{x}', '\\htmlStyle'],
  ])('refuses %s', (tex, command) => {
    expect(renderFormula(`x + ${tex}`, false)).toMatchObject({
      ok: false,
      offset: 4,
      message: expect.stringContaining(command),
    })
  })

  it.each([
    ['what is too long', 'x'.repeat(1001)],
    ['what is nested too deep', '{'.repeat(400) + '}'.repeat(400)],
    ['a command of its own', '\\def\\a{xx}\\a\\a'],
    ['a command of its own, by another name', '\\newcommand{\\a}{xx}\\a'],
    ['another name for a command', '\\let\\a=\\frac'],
    ['what is not closed', '\\frac{1}{2'],
  ])('refuses %s', (_, tex) => {
    expect(renderFormula(tex, false)).toMatchObject({ ok: false })
  })

  it('never throws and never writes what it does not mean to', () => {
    const pieces = fc.constantFrom(
      ...samples.flatMap(sample => sample.split(/(?=\\)|\b/)),
      ...'{}[]()^_&|<>"\'$%#\\'.split(''),
    )
    const tex = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 })
    fc.assert(
      fc.property(tex, fc.boolean(), (parts, display) => {
        const formula = renderFormula(parts.join(''), display)
        if (formula.ok) expect(findUnsafeHtml(formula.html)).toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})
