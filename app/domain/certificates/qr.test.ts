import { describe, expect, it } from 'vitest'
import { pathOfModules, qrCode } from './qr.ts'

const address = 'HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2'

/** The dark modules that a path covers, read back from its rectangles. */
function darkModules(path: string): Set<string> {
  const dark = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i},${y}`)
  }
  return dark
}

describe('pathOfModules', () => {
  it('draws one rectangle for each run of dark modules', () => {
    expect(
      pathOfModules([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z')
  })
})

describe('qrCode', () => {
  it('leaves four light modules on every side and starts with the finder pattern', () => {
    const { modules, path } = qrCode(address)
    const dark = [...darkModules(path)].map(place => place.split(',').map(Number))
    const columns = dark.map(([x = -1]) => x)
    const rows = dark.map(([, y = -1]) => y)
    expect([Math.min(...columns), Math.min(...rows)]).toEqual([4, 4])
    expect([Math.max(...columns), Math.max(...rows)]).toEqual([modules - 5, modules - 5])
    expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
  })

  it('is one path and nothing else', () => {
    expect(qrCode(address).path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  })

  it('has error correction level Q', () => {
    const dark = darkModules(qrCode(address).path)
    const bits = [dark.has('4,12'), dark.has('5,12')]
    // The level is the first two bits of the format information, stored with the mask 10: Q is 11.
    expect(bits).toEqual([false, true])
  })

  it('keeps a certificate’s address small, so that its modules are large on paper', () => {
    expect(qrCode(address).modules).toBe(29 + 8)
    expect(qrCode(address.toLowerCase()).modules).toBeGreaterThan(29 + 8)
  })

  it('gives the same path for the same text', () => {
    expect(qrCode(address)).toEqual(qrCode(address))
  })
})
