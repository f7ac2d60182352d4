import type { Language } from '#app/platform/language.ts'

/** Every URL of the product is built here and nowhere else. */
export const paths = {
  home: (language: Language) => `/${language}`,
  courses: (language: Language) => `/${language}/courses`,
  course: (language: Language, course: string) => `/${language}/courses/${course}`,
  sampleCertificate: (language: Language, course: string) => `/${language}/courses/${course}/sample.pdf`,
  courseCertificate: (language: Language, course: string) => `/${language}/courses/${course}/certificate`,
  exam: (language: Language, course: string) => `/${language}/courses/${course}/exam`,
  /** A page of one sitting: a question by its place, the hand-in, or wherever the learner stands. */
  examAttempt: (language: Language, course: string, number: number, page?: number | 'hand-in') =>
    `/${language}/courses/${course}/exam/${number}${page === undefined ? '' : `?q=${page}`}`,
  examAnswers: (language: Language, course: string, number: number) =>
    `/${language}/courses/${course}/exam/${number}/answers`,
  lesson: (language: Language, course: string, lesson: string) => `/${language}/courses/${course}/${lesson}`,
  lessonPrint: (language: Language, course: string, lesson: string) =>
    `/${language}/courses/${course}/${lesson}/print`,
  lessonHandout: (language: Language, course: string, lesson: string) =>
    `/${language}/courses/${course}/${lesson}/handout.pdf`,
  lessonMarkdown: (language: Language, course: string, lesson: string) =>
    `/${language}/courses/${course}/${lesson}.md`,
  coursePicture: (language: Language, course: string) => `/${language}/courses/${course}/cover.png`,
  courseFeed: (language: Language) => `/${language}/courses/feed.xml`,
  picture: (language: Language) => `/${language}/cover.png`,
  sitemap: () => '/sitemap.xml',
  path: (language: Language, path: string) => `/${language}/paths/${path}`,
  glossary: (language: Language) => `/${language}/glossary`,
  glossaryTerm: (language: Language, term: string) => `/${language}/glossary#${term}`,
  search: (language: Language, query?: string) => withQuery(`/${language}/search`, query),
  searchSuggestions: (language: Language, query: string) => withQuery(`/${language}/search/suggest`, query),
  learning: (language: Language) => `/${language}/learning`,
  certificates: (language: Language) => `/${language}/certificates`,
  certificate: (language: Language, id: string) => `/${language}/certificates/${id}`,
  certificateName: (language: Language, id: string) => `/${language}/certificates/${id}/name`,
  certificateRenewal: (language: Language, id: string) => `/${language}/certificates/${id}/renewal`,
  certificateWithdrawal: (language: Language, id: string) => `/${language}/certificates/${id}/withdrawal`,
  certificatePdf: (language: Language, id: string) => `/${language}/certificates/${id}.pdf`,
  certificateCredential: (language: Language, id: string) => `/${language}/certificates/${id}.json`,
  missingCertificate: (language: Language) => `/${language}/certificates/missing`,
  verify: (language: Language) => `/${language}/verify`,
  verifyCertificate: (language: Language, id: string) => `/${language}/verify/${id}`,
  /** A list that was checked, as a table for a spreadsheet. */
  verifyListCsv: (language: Language) => `/${language}/verify/list.csv`,
  sharedCertificate: (language: Language, token: string) => `/${language}/shared/${token}`,
  offlineVerifier: () => '/offline-verifier.html',
  shortVerify: (id: string) => `/v/${id}`,
  apiCertificate: (id: string) => `/api/v1/certificates/${id}`,
  apiVerify: () => '/api/v1/verify',
  apiVerifyBatch: () => '/api/v1/verify/batch',
  apiDocument: () => '/api/v1/openapi.json',
  statusList: (list: number) => `/status/${list}`,
  did: () => '/.well-known/did.json',
  trust: () => '/.well-known/trust.json',
  login: (language: Language, next?: string) => withNext(`/${language}/login`, next),
  signup: (language: Language, next?: string) => withNext(`/${language}/signup`, next),
  logout: (language: Language) => `/${language}/logout`,
  settings: (language: Language) => `/${language}/settings`,
  contentFile: (course: string, lesson: string, hash: string, name: string) =>
    `/content-files/${course}/${lesson}/${hash}/${name}`,
}

function withNext(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`
}

function withQuery(path: string, query: string | undefined): string {
  return query === undefined || query === '' ? path : `${path}?q=${encodeURIComponent(query)}`
}

/** The same page in another language: only the first part of the path differs. */
export function inLanguage(pathname: string, language: Language): string {
  return pathname.replace(/^\/(bg|en)(?=\/|$)/, `/${language}`)
}
