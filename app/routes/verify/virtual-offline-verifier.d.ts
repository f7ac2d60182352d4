declare module 'virtual:offline-verifier' {
  /** The bundled script of the offline verifier, and its style: see vite.config.ts. */
  export const script: string
  export const style: string
}
