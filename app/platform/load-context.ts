import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }

  /** What the Node process hands to every loader and action of one request. */
  interface AppLoadContext {
    /** Of this response's Content-Security-Policy. */
    nonce: string
    requestId: string
    /** True when the browser asks for data after a navigation, false when it asks for a document. */
    isDataRequest: boolean
    /** Address that visitors use, without a slash at the end. */
    publicUrl: string
    /** Of the sender; what a proxy says of it counts only if the operator trusts that proxy. */
    clientAddress: string
    /** Lesson HTML on its way from the loader to the server's render, and no further. */
    staticHtml: Record<string, string>
    /** An answer that was not accepted, on its way from the action to the page that shows it again. */
    refused?: { question: string; values: string[] }
    /** Adds a Set-Cookie header to the response. */
    setCookie: (header: string) => void
  }
}
