/**
 * A number as people type it: decimal comma or point, spaces between thousands, a minus of any kind,
 * a percent sign or unit after it is not read. Null when it is no number, or none that a computer can hold.
 */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[−–]/g, '-')
  const separators = plain.match(/[.,]/g)?.length ?? 0
  if (separators > 1) return null
  const decimal = plain.replace(',', '.')
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(decimal) ? Number(decimal) : Number.NaN
  return Number.isFinite(value) ? value : null
}
