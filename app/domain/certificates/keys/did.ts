/** The `did:web` of the site at this address: its host, with the colon before a port written as %3A. */
export function didOfSite(publicUrl: string): string {
  return `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`
}
