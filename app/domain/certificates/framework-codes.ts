/** `['DigComp 2.2: 4.1', 'DigComp 2.2: 4.2']` as it reads best: 'DigComp 2.2: 4.1, 4.2'. Null without codes. */
export function codesByFramework(codes: readonly string[]): string | null {
  const frameworks = new Map<string, string[]>()
  for (const code of codes) {
    const colon = code.lastIndexOf(': ')
    const framework = colon < 0 ? '' : code.slice(0, colon + 2)
    const known = frameworks.get(framework) ?? []
    frameworks.set(framework, [...known, code.slice(framework.length)])
  }
  if (frameworks.size === 0) return null
  return [...frameworks].map(([framework, numbers]) => framework + numbers.join(', ')).join(' · ')
}
