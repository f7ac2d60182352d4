/** The port that the tests' own academy listens on. */
export const port = Number(process.env.E2E_PORT ?? 4310)

/** Its address, and with it the origin that its forms come from. */
export const site = `http://localhost:${port}`
