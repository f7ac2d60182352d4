import { index, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL of the product. /healthz and /readyz are answered before it: see server/health.ts. */
export default [
  index('routes/site/start.ts'),
  route('v/:id', 'routes/verify/short-link.ts'),
  route('content-files/:course/:lesson/:hash/:name', 'routes/learn/content-file.ts'),
  route('theme', 'routes/account/theme.ts'),
  route('sitemap.xml', 'routes/site/sitemap.ts'),
  route('robots.txt', 'routes/site/robots.ts'),
  route('status/:list', 'routes/api/status-list.ts'),

  ...prefix('api', [
    route('v1/certificates/:id', 'routes/api/v1/certificate.ts'),
    route('v1/verify', 'routes/api/v1/verify.ts'),
    route('v1/verify/batch', 'routes/api/v1/verify-batch.ts'),
    route('v1/openapi.json', 'routes/api/v1/openapi.ts'),
    route('*', 'routes/api/not-found.ts'),
  ]),

  ...prefix(':lang', [
    index('routes/site/home.tsx'),
    route('cover.png', 'routes/site/picture.ts'),
    route('courses', 'routes/learn/courses.tsx'),
    route('courses/feed.xml', 'routes/learn/course-feed.ts'),
    route('courses/:course', 'routes/learn/course.tsx'),
    route('courses/:course/sample.pdf', 'routes/learn/sample-certificate.ts'),
    route('courses/:course/cover.png', 'routes/learn/course-picture.ts'),
    route('courses/:course/exam', 'routes/learn/exam.tsx'),
    route('courses/:course/exam/:number', 'routes/learn/exam-attempt.tsx'),
    route('courses/:course/exam/:number/answers', 'routes/learn/exam-answers.ts'),
    route('courses/:course/certificate', 'routes/learn/claim-certificate.tsx'),
    // A segment with more than its parameter stands before the parameter alone, so the page of a lesson is none of it.
    route('courses/:course/:lesson.md', 'routes/learn/lesson-markdown.ts'),
    route('courses/:course/:lesson/print', 'routes/learn/print.tsx'),
    route('courses/:course/:lesson/handout.pdf', 'routes/learn/handout.ts'),
    route('courses/:course/:lesson', 'routes/learn/reader.tsx', [index('routes/learn/lesson.tsx')]),
    route('paths/:path', 'routes/learn/path.tsx'),
    route('glossary', 'routes/learn/glossary.tsx'),
    route('search', 'routes/site/search.tsx'),
    route('search/suggest', 'routes/site/suggest.ts'),
    route('learning', 'routes/learn/learning.tsx'),
    route('certificates', 'routes/learn/certificates.tsx'),
    route('certificates/missing', 'routes/learn/missing-certificate.ts'),
    route('certificates/:id.pdf', 'routes/learn/certificate-file.ts'),
    route('certificates/:id.json', 'routes/learn/certificate-credential.ts'),
    route('certificates/:id', 'routes/learn/certificate-page.tsx'),
    route('certificates/:id/name', 'routes/learn/certificate-name.tsx'),
    route('certificates/:id/renewal', 'routes/learn/certificate-renewal.tsx'),
    route('certificates/:id/withdrawal', 'routes/learn/certificate-withdrawal.tsx'),

    route('verify', 'routes/verify/verify.tsx'),
    route('verify/list.csv', 'routes/verify/list-csv.ts'),
    route('verify/:id', 'routes/verify/certificate.tsx'),
    route('shared/:token', 'routes/verify/shared-certificate.tsx'),

    route('login', 'routes/account/login.tsx'),
    route('signup', 'routes/account/signup.tsx'),
    route('logout', 'routes/account/logout.ts'),
    route('settings', 'routes/account/settings.tsx'),
  ]),
  route('*', 'routes/site/not-found.ts'),
] satisfies RouteConfig
