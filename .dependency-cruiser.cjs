/**
 * Who may import whom. `npx depcruise app prisma --config .dependency-cruiser.cjs` checks it.
 *
 *   server → routes → components → i18n, paths
 *   routes, cli → domain → markdown, platform
 *   certificates → learning → courses; studio, insight → every domain; everyone → accounts/guards
 *
 * The comment of a rule says what to do instead of breaking it. A rule is changed with a decision record.
 * Type-only imports count as imports, unless the rule says that they are allowed.
 */

/** Tests and their support may reach for anything: they are no part of the product. */
const tests = '\\.test\\.tsx?$'
const tested = ['^tests/', tests]

/** Whoever answers with pages: routes, and the frame around them. */
const pages = '^app/(routes/|root\\.tsx$|entry\\.(client|server)\\.tsx$)'

/** Touches secrets, disk or database. */
const serverOnly = '\\.server\\.tsx?$'

/** Pure files of courses that other domains may call, not only take types from. A longer list is a decision. */
const doorsOfCourses = '^app/domain/courses/course(-card)?\\.ts$'

/** Where drivers, Prisma and the generated clients are known. */
const database = '^app/platform/(db|sqlite-|migrat|schema-engine)'

/** Imports that are still there when the types are gone. */
const notOnlyTypes = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // General

    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea or three: join them, or move what both need into a third file. ' +
        'A cycle that is closed by a type alone does not exist at run time and is allowed.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: notOnlyTypes },
    },
    {
      name: 'everything-resolves',
      comment:
        'An import that leads nowhere escapes every other rule. Correct the path, or add the package to package.json.',
      severity: 'error',
      from: { pathNot: tests },
      // All are made by the build, which need not have run yet.
      to: {
        couldNotResolve: true,
        pathNot: '^virtual:(remix/server-build|offline-verifier)$|/build/server/index\\.js$',
      },
    },
    {
      name: 'product-without-tests',
      comment: 'Tests know the product, never the other way. Move what both need into a file of the product.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: tests },
      to: { path: tested },
    },

    // The way of a request: server → routes → components → i18n, paths

    {
      name: 'nobody-imports-the-server',
      comment:
        'The process starts the product and is not part of it. Put what you need into app/platform, and let the ' +
        'server import it from there. The command line may use prepare.mjs to install itself.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: ['^app/server/', tests] },
      to: { path: '^app/server/', pathNot: '^app/server/prepare\\.mjs$' },
    },
    {
      name: 'server-knows-no-pages',
      comment:
        'The server meets routes only as virtual:remix/server-build, so that there is one copy of every module. ' +
        'Words of a page belong to a route; what a request needs before it is routed belongs to app/platform.',
      severity: 'error',
      from: { path: '^app/server/', pathNot: tests },
      to: { path: [pages, '^app/(components|i18n|markdown|cli|styles)/', '^app/routes\\.ts$'] },
    },
    {
      name: 'nobody-imports-routes',
      comment:
        'A route is an end, not a library: app/routes.ts names it by its path. Move the shared part to app/domain ' +
        'when it decides something, to app/components when it is shown.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: [pages, tests] },
      to: { path: [pages, '^app/routes\\.ts$'], ...notOnlyTypes },
    },
    {
      name: 'only-components-know-types-of-routes',
      comment:
        'A component may take the type of a loader or an action with `import type`. Everybody else asks the domain ' +
        'for a type.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: [pages, '^app/components/', tests] },
      to: { path: pages, dependencyTypes: ['type-only'] },
    },
    {
      name: 'routes-do-not-import-pages',
      comment:
        'A page of one route is not a part of another. Move what both show to app/components, what both read to a ' +
        '`.ts` file in app/routes.',
      severity: 'error',
      from: { path: pages, pathNot: tests },
      to: { path: [pages, '^app/routes\\.ts$'], pathNot: '^app/routes/.*\\.ts$', ...notOnlyTypes },
    },
    {
      name: 'routes-ask-the-domain',
      comment:
        'A route guards, parses, and makes one domain call. Queries belong to app/domain, where a test can reach ' +
        'them; Markdown is rendered by domain/courses; commands belong to app/cli.',
      severity: 'error',
      from: { path: pages, pathNot: tests },
      to: { path: ['^app/(cli|markdown)/', '^app/platform/database-', database, '^prisma/'] },
    },
    {
      name: 'components-use-what-is-below',
      comment:
        'A component gets its data from the route that shows it. It may use components, i18n, paths, types and pure ' +
        'files of the domain, and pure files of the platform.',
      severity: 'error',
      from: { path: '^app/components/', pathNot: tests },
      to: { path: ['^app/(server|cli|markdown)/', '^prisma/'] },
    },
    {
      name: 'components-run-in-the-browser',
      comment:
        'A `.server.ts` file holds secrets or touches the disk, and would not be there in the browser. Load it in ' +
        'the route and pass the result on, or take only its types with `import type`.',
      severity: 'error',
      from: { path: ['^app/components/', '^app/entry\\.client\\.tsx$'], pathNot: tests },
      to: { path: serverOnly, ...notOnlyTypes },
    },
    {
      name: 'i18n-knows-languages-alone',
      comment:
        'Messages know no product: pass what they need as values of the message. Only pure files of the platform ' +
        'are below i18n.',
      severity: 'error',
      from: { path: '^app/i18n/', pathNot: tests },
      to: { path: ['^app/', '^prisma/'], pathNot: ['^app/i18n/', '^app/platform/(?!.*\\.server\\.)'] },
    },
    {
      name: 'i18n-is-for-those-above-the-domain',
      comment:
        "The domain answers with facts (`reason: 'too-short'`), and whoever shows them finds the words. Texts that " +
        'belong to a document, such as a certificate, stand beside it in both languages.',
      severity: 'error',
      from: { path: ['^app/(domain|markdown|platform)/', '^app/paths\\.ts$', '^prisma/'], pathNot: tests },
      to: { path: '^app/i18n/' },
    },
    {
      name: 'paths-is-a-leaf',
      comment: 'paths.ts turns ids into addresses and knows nothing else. Pass in what it needs.',
      severity: 'error',
      from: { path: '^app/paths\\.ts$' },
      to: { path: ['^app/', '^prisma/'], pathNot: '^app/platform/language\\.ts$' },
    },
    {
      name: 'paths-is-above-platform',
      comment:
        'Markdown and the platform know no address of the product. Pass the address in, as domain/courses does with ' +
        'ContentAddresses.',
      severity: 'error',
      from: { path: '^app/(markdown|platform)/', pathNot: tests },
      to: { path: '^app/paths\\.ts$' },
    },

    // Commands

    {
      name: 'nobody-imports-the-cli',
      comment: 'A command is an end, like a route. Move the shared part to app/domain or app/platform.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: ['^app/cli/', tests] },
      to: { path: '^app/cli/' },
    },
    {
      name: 'cli-shows-no-pages',
      comment: 'A command parses its arguments, makes one domain call and prints. It has no use for pages.',
      severity: 'error',
      from: { path: '^app/cli/', pathNot: tests },
      to: { path: [pages, '^app/routes\\.ts$', '^app/(components|markdown|styles)/'] },
    },
    {
      name: 'sample-accounts-belong-to-the-start',
      comment:
        'The seed holds passwords that everybody knows. Only the start of the server reads it, and only in demo mode.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: ['^app/server/', tests] },
      to: { path: '^prisma/seed\\.ts$' },
    },
    {
      name: 'seed-goes-through-the-domain',
      comment: 'The seed makes people as the product makes them: with the domain and the platform.',
      severity: 'error',
      from: { path: '^prisma/seed\\.ts$' },
      to: { path: '^app/', pathNot: '^app/(domain|platform)/' },
    },

    // The domain, and what is below it

    {
      name: 'domain-knows-no-pages',
      comment:
        'The domain does not know who asks. Take what you need as an argument, and let the route or the command read ' +
        'it from the request.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: tests },
      to: { path: [pages, '^app/routes\\.ts$', '^app/(components|server|cli|styles)/', '^prisma/'] },
    },
    {
      name: 'domain-knows-no-web',
      comment:
        'No React and no HTTP in the domain: return a value, and let the route make a response of it. Guards are the ' +
        'one exception, because a guard answers with a redirect.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: ['^app/domain/accounts/guards\\.server\\.ts$', tests] },
      to: { path: '(^|/)node_modules/(@remix-run|react|react-dom|express)/' },
    },
    {
      name: 'markdown-knows-no-courses',
      comment:
        'The renderer turns text into HTML for anybody. Pass what it should know through MarkdownEnvironment, as ' +
        'resolveImage and resolveLink are.',
      severity: 'error',
      from: { path: '^app/markdown/', pathNot: tests },
      to: { path: ['^app/', '^prisma/'], pathNot: ['^app/markdown/', '^app/platform/(?!.*\\.server\\.)'] },
    },
    {
      name: 'platform-knows-no-domain',
      comment:
        'The platform serves any product. Pass the knowledge in, or move the file to the domain that has it.',
      severity: 'error',
      from: { path: '^app/platform/', pathNot: tests },
      to: { path: '^app/', pathNot: '^app/platform/' },
    },
    {
      name: 'pure-stays-pure',
      comment:
        'A file without `.server` promises to touch neither secrets nor disk nor database, through others neither. ' +
        'Pass the result in as an argument, or rename the file to `.server.ts`.',
      severity: 'error',
      from: {
        path: '^app/(domain|platform|markdown|i18n)/|^app/paths\\.ts$',
        pathNot: [serverOnly, tests, '\\.mjs$'],
      },
      to: {
        path: [serverOnly, '^(node:)?(fs|child_process|net|tls|http|https|os|worker_threads)(/|$)'],
        ...notOnlyTypes,
      },
    },

    // Between domains: certificates → learning → courses

    {
      name: 'accounts-and-courses-stand-alone',
      comment:
        'People and courses do not know what is done with them. Let the domain above, or the route, put the two ' +
        'together. Guards are for everyone.',
      severity: 'error',
      from: { path: '^app/domain/(accounts|courses)/', pathNot: tests },
      to: {
        path: '^app/domain/',
        pathNot: ['^app/domain/$1/', '^app/domain/accounts/guards\\.server\\.ts$'],
      },
    },
    {
      name: 'learning-stands-on-courses',
      comment:
        'Learning knows courses and nothing above itself: certificates ask learning whether something was earned. ' +
        'Of accounts it takes the id of a person, as an argument.',
      severity: 'error',
      from: { path: '^app/domain/learning/', pathNot: tests },
      to: {
        path: '^app/domain/',
        pathNot: ['^app/domain/(learning|courses)/', '^app/domain/accounts/guards\\.server\\.ts$'],
      },
    },
    {
      name: 'certificates-stand-on-learning',
      comment:
        'Certificates know learning and courses. Of accounts they take the id of a person, as an argument.',
      severity: 'error',
      from: { path: '^app/domain/certificates/', pathNot: tests },
      to: {
        path: '^app/domain/',
        pathNot: [
          '^app/domain/(certificates|learning|courses)/',
          '^app/domain/accounts/guards\\.server\\.ts$',
        ],
      },
    },
    {
      name: 'new-domains-find-their-place',
      comment:
        'A domain that this file does not name may know no other one. Decide what it stands on, and give it a rule ' +
        'here. Studio and insight look at everything.',
      severity: 'error',
      from: {
        path: '^app/domain/([^/]+)/',
        pathNot: ['^app/domain/(accounts|courses|learning|certificates|studio|insight)/', tests],
      },
      to: {
        path: '^app/domain/',
        pathNot: ['^app/domain/$1/', '^app/domain/accounts/guards\\.server\\.ts$'],
      },
    },
    {
      name: 'domains-meet-in-server-files',
      comment:
        'A pure rule takes from another domain its types alone, so that each can be read and tested by itself. Make ' +
        'the call in a `.server.ts` file and pass the result to the rule.',
      severity: 'error',
      from: { path: '^app/domain/([^/]+)/', pathNot: [serverOnly, tests] },
      to: { path: '^app/domain/', pathNot: '^app/domain/$1/', ...notOnlyTypes },
    },
    {
      name: 'domains-are-entered-by-their-doors',
      comment:
        'What lies inside another domain may change any day. Call one of its `.server.ts` files, or course.ts and ' +
        'course-card.ts, which describe a course to everybody; of the rest take types alone.',
      severity: 'error',
      from: { path: '^app/domain/([^/]+)/', pathNot: tests },
      to: {
        path: '^app/domain/',
        pathNot: ['^app/domain/$1/', serverOnly, doorsOfCourses],
        ...notOnlyTypes,
      },
    },

    // What lives in one place

    {
      name: 'lucia-in-accounts',
      comment:
        'Lucia is no longer developed, and will one day be replaced in this one folder. Use guards.server.ts to know who asks, ' +
        'sessions.server.ts to begin and end a session.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: '^app/domain/accounts/' },
      to: { path: '(^|/)node_modules/(lucia|oslo|@oslojs)/' },
    },
    {
      name: 'generated-clients-in-db',
      comment:
        'The generated clients still offer what is unsafe here, such as transactions with a function. Use ' +
        'database().prisma of platform/db.server.ts, and its type SafePrismaClient.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: ['^app/platform/db\\.server\\.ts$', '^prisma/generated/'] },
      to: { path: '^prisma/generated/' },
    },
    {
      name: 'drivers-in-platform',
      comment:
        'Only the database files of the platform know how a connection is made safe. Use database() of ' +
        'platform/db.server.ts.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: [database, '^prisma/generated/', tests] },
      to: { path: '(^|/)node_modules/(@prisma|prisma|better-sqlite3|pg|@types/(better-sqlite3|pg))/' },
    },
  ],

  options: {
    // An import of types is an import: a layer that knows the types of another knows the other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    doNotFollow: { path: ['(^|/)node_modules/', '^prisma/generated/', '^build/'] },
  },
}
