/** The libraries of linked data are large: they are loaded by whoever signs or verifies first. */
async function loadLibraries() {
  const [vc, { DataIntegrityProof }, { cryptosuite: rdfc }, jcs] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/eddsa-jcs-2022-cryptosuite'),
  ])
  return {
    issue: vc.issue,
    verifyCredential: vc.verifyCredential,
    DataIntegrityProof,
    signing: { rdfc, jcs: jcs.createSignCryptosuite() },
    verifying: { rdfc, jcs: jcs.createVerifyCryptosuite() },
  }
}

export type LinkedData = Awaited<ReturnType<typeof loadLibraries>>

let loading: Promise<LinkedData> | null = null

export function linkedData(): Promise<LinkedData> {
  loading ??= loadLibraries()
  return loading
}
