import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folders = ['../app/markdown/', '../app/domain/courses/'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** A schema's own code, which field-problem.ts puts into words. */
const foreign = ['custom']

/**
 * Every code of a problem that the check can give, read from the source: what stands in `code: '…'`, and what is
 * given to a function whose parameter is called `code`.
 */
export function codesInSource(): string[] {
  const files = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => join(folder, name)),
  )
  const codes = new Set<string>()
  for (const file of files) for (const code of codesInFile(file)) codes.add(code)
  return [...codes].filter(code => !foreign.includes(code)).sort()
}

function codesInFile(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const places = new Map([
    ['errorAt', 1],
    ['warningAt', 1],
  ])
  const codes: string[] = []
  const take = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node) && node.text !== '') codes.push(node.text)
    else if (node && ts.isConditionalExpression(node)) {
      take(node.whenTrue)
      take(node.whenFalse)
    }
  }
  walk(source, node => {
    if (!ts.isFunctionLike(node)) return
    const place = node.parameters.findIndex(({ name }) => ts.isIdentifier(name) && name.text === 'code')
    const owner = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
    if (place !== -1 && owner && ts.isIdentifier(owner)) places.set(owner.text, place)
    // `type Report = (code, …) => void`, of a parameter that is called `report`.
    if (place !== -1 && ts.isTypeAliasDeclaration(node.parent)) {
      places.set(
        node.parent.name.text.replace(/^./, letter => letter.toLowerCase()),
        place,
      )
    }
  })
  walk(source, node => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'code') {
      take(node.initializer)
    }
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
    const place = places.get(node.expression.text)
    if (place !== undefined) take(node.arguments[place])
  })
  return codes
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}
