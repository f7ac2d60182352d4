/** The two weights of Sofia Sans that certificates are set in. */
export const faces = ['regular', 'bold'] as const

export type Face = (typeof faces)[number]
