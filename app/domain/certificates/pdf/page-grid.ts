/** A4, lying on its long side, in points. */
export const pageSize = { width: 841.89, height: 595.28 }

/** The lines that everything on a certificate stands on, in points from the top left corner of the page. */
export const top = 38
export const bottom = pageSize.height - 34

/** The strip of squares at the left edge. */
export const strip = { left: 36, top, bottom }

/** The main column, the narrow column at its right, and the full width of both. */
export const main = { left: 96, right: 600, width: 504 }
export const rail = { left: 632, right: 804, width: 172 }
export const full = { left: main.left, right: rail.right, width: rail.right - main.left }

export const ruleThickness = { strong: 1.6, fine: 0.5 }
