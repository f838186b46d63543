const room = (name) => `^server/${name}/`

/** Who may import whom. Arrows only ever point towards the domain. main.ts and cli.ts put the house together and may import anything. */
const mayImport = {
  domain: [],
  surveys: ['domain'],
  db: ['domain'],
  mail: ['domain'],
  workbooks: ['domain'],
  receipts: ['domain'],
  embedded: [],
  demonstration: ['domain', 'surveys', 'db', 'mail'],
  actions: ['domain', 'surveys', 'db', 'mail', 'workbooks', 'receipts'],
  jobs: ['domain', 'surveys', 'db', 'mail', 'actions'],
  web: ['domain', 'surveys', 'db', 'workbooks', 'receipts', 'actions'],
}

/** Rooms that are handed the Services, and so may name their type. */
const served = ['actions', 'jobs', 'web']

/** Which outside package has which one home. */
const homes = {
  kysely: 'server/(db/|services\\.ts)',
  pg: 'server/(db|embedded)/',
  'exceljs|csv-parse|csv-stringify': 'server/workbooks/',
  'nodemailer|postal-mime': 'server/mail/',
  pdfkit: 'server/receipts/',
  'otplib|@otplib/[^/]+': 'server/oneTimeCodes\\.ts',
  qrcode: 'server/web/account/',
  'openid-client': 'server/identityProvider\\.ts',
  pino: 'server/log\\.ts',
  zod: 'server/(config\\.ts|web/)',
  '@node-rs/argon2|@zxcvbn-ts/[^/]+': 'server/(web/|passwords\\.ts)',
  ejs: 'server/(web/|mail/|views\\.ts|app\\.ts)',
  'express|express-session|express-validator|passport|passport-local|helmet|csrf-sync|multer|compression|prom-client':
    'server/(web/|app\\.ts)',
}

const escaped = (packages) => `(^|/)node_modules/(@types/)?(${packages})/`

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([from, to]) => ({
      name: `${from}-imports-only-${['itself', ...to].join('-')}`,
      severity: 'error',
      from: { path: room(from) },
      to: {
        path: '^server/',
        pathNot: [
          room(from),
          ...to.map(room),
          '^server/(config|log|projectRoot|clock)\\.ts$',
          ...(served.includes(from) ? ['^server/services\\.ts$'] : []),
        ],
      },
    })),
    {
      name: 'settings-and-log-are-handed-in',
      comment:
        'The front doors read the configuration and open the log. Everyone else is given what they need and may name its type.',
      severity: 'error',
      from: { path: '^server/[^/]+/' },
      to: { path: '^server/(config|log)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-stands-alone',
      comment: 'The domain has no packages, no Node, no doors.',
      severity: 'error',
      from: { path: room('domain') },
      to: { path: '^server/[^/]+\\.ts$' },
    },
    {
      name: 'domain-needs-no-packages',
      comment: 'What is true on paper needs no packages and no Node.',
      severity: 'error',
      from: { path: room('domain') },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'] },
    },
    {
      name: 'surveys-need-no-packages',
      severity: 'error',
      from: { path: room('surveys') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'] },
    },
    {
      name: 'only-actions-open-transactions',
      comment: 'A page reads. To change something, it calls an action.',
      severity: 'error',
      from: { path: '^server/[^/]+/', pathNot: ['actions', 'db', 'demonstration'].map(room) },
      to: { path: '^server/db/transaction\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-keep-no-files',
      comment: 'What a page shows comes from the database; the disk belongs to the front doors.',
      severity: 'error',
      from: { path: room('web') },
      to: { path: '^(node:)?(fs|fs/promises|child_process)$' },
    },
    {
      name: 'capabilities-do-not-know-each-other',
      comment: 'Charts are drawn for all of them, and know none of them.',
      severity: 'error',
      from: { path: '^server/web/([^/]+)/' },
      to: { path: '^server/web/[^/]+/', pathNot: '^server/web/($1|charts)/' },
    },
    ...Object.entries(homes).map(([packages, home]) => ({
      name: `${packages.split('|')[0]}-has-one-home`,
      severity: 'error',
      from: { path: '^server/', pathNot: `^${home}` },
      to: { path: escaped(packages), dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'actions-do-not-call-each-other',
      comment: 'An action is one transaction. What two of them share is a rule (domain) or a statement (db).',
      severity: 'error',
      from: { path: room('actions') },
      to: { path: room('actions') },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'server-never-imports-tests', severity: 'error', from: { path: '^server/' }, to: { path: '^test/' } },
    {
      name: 'every-file-is-used',
      severity: 'error',
      from: { orphan: true, path: '^server/', pathNot: '(main|cli)\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
}
