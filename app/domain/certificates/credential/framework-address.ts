/** Where each framework is published, for codes of which nothing more is known. */
const homes: Record<string, string> = {
  DigComp: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415',
  HPCCF: 'https://www.hpc-certification.org/',
  eCF: 'https://ecfexplorer.itprofessionalism.org/',
  ECSF: 'https://www.enisa.europa.eu/topics/education/european-cybersecurity-skills-framework',
  ESCO: 'https://esco.ec.europa.eu/',
}

/** A code of ESCO may be the address of its concept; the others are found from the framework's home. */
export function addressOfCode(framework: string, code: string): string {
  if (/^https?:\/\/\S+$/u.test(code)) return code
  return homes[shortName(framework)] ?? 'https://europass.europa.eu/'
}

/** `DigComp 2.2` → `DigComp`, `e-CF` → `eCF`: the terms that Open Badges lets others add have no spaces and dashes. */
export function shortName(framework: string): string {
  return (framework.split(' ')[0] ?? '').replace(/[^A-Za-z0-9]/gu, '')
}
