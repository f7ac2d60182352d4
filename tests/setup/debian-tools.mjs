import { spawnSync } from 'node:child_process'

/** Programs that judge our PDFs from outside, and the Debian packages that bring them. */
const judges = {
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
}

export function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/**
 * Installs Debian packages where that is allowed (root and apt-get).
 * @param {string[]} packages
 * @returns {boolean} whether they were installed
 */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) return false
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = args => spawnSync('apt-get', ['-qq', '-y', ...args], { env: environment }).status === 0
  return apt(['update']) && apt(['install', '--no-install-recommends', ...packages])
}

/** Gets the PDF judges; the tests that need one name its package if it is still missing. */
export function ensureJudges() {
  const missing = [
    ...new Set(
      Object.entries(judges)
        .filter(([program]) => !isInstalled(program))
        .map(([, name]) => name),
    ),
  ]
  if (missing.length === 0) return
  process.stdout.write(`• Installing ${missing.join(', ')} …\n`)
  if (!installPackages(missing)) {
    process.stdout.write(
      `  Not possible here. Install them by hand, as root: apt-get install ${missing.join(' ')}\n`,
    )
  }
}
