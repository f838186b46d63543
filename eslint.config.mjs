import tseslint from 'typescript-eslint'

const sqlElsewhere = [
  'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|transaction)$/]',
  'SQL lives in server/db.',
]
const clockElsewhere = [
  "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  'PostgreSQL is the only clock: ask app_now(), or take `now` as a parameter.',
]
const envElsewhere = [
  "MemberExpression[object.name='process'][property.name='env']",
  'Only server/config.ts reads the environment.',
]
const catching = [
  'TryStatement',
  'Expected things are returned, unexpected things are thrown; only the error handler and the job runner catch.',
]
const waiting = [':function[async=true], AwaitExpression', 'The domain never waits for anything.']

const all = [sqlElsewhere, clockElsewhere, envElsewhere, catching]

/** What is refused in these files: everything above, except what is named. */
const refuseAllBut = (files, ...allowed) => ({
  files,
  rules: { 'no-restricted-syntax': forbid(all.filter((rule) => !allowed.includes(rule))) },
})
const forbid = (rules) => ['error', ...rules.map(([selector, message]) => ({ selector, message }))]

export default tseslint.config(
  { ignores: ['dist', 'dist-*', 'node_modules', '**/*.cjs', '**/*.mjs'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    files: ['server/**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Characters are counted as a reader counts them, one code point each.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-console': 'error',
    },
  },
  refuseAllBut(['server/**/*.ts']),
  {
    files: ['server/domain/**', 'server/surveys/**'],
    rules: { 'no-restricted-syntax': forbid([...all, waiting]) },
  },
  refuseAllBut(['server/db/**'], sqlElsewhere),
  refuseAllBut(['server/clock.ts'], clockElsewhere),
  refuseAllBut(['server/config.ts'], envElsewhere),
  refuseAllBut(['server/jobs/runner.ts', 'server/web/errorHandler.ts', 'server/cli.ts'], catching),
  // Starting a database deals with files, processes and ports, whose failures are thrown and whose patience is real time.
  refuseAllBut(['server/embedded/**'], catching, clockElsewhere, envElsewhere),
  { files: ['server/surveys/**'], rules: { 'max-lines': 'off' } },
  { files: ['server/main.ts', 'server/cli.ts'], rules: { 'no-console': 'off' } },
)
