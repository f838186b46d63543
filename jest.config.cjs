// Before anything reads the time: the tests must not depend on where they run.
process.env.TZ = 'UTC'

const swc = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
}

/** Modules that Node can require, and the tests only when they have been compiled. */
const esm = ['@scure', '@noble', 'openid-client', 'oauth4webapi', 'jose'].join('|')

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc], [`node_modules/(${esm})/.+\\.js$`]: ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!.*(${esm})/)`],
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  // Only what hangs takes as long: a machine that is busy may take many times what a quiet one takes.
  testTimeout: 120_000,
  maxWorkers: 2,
}
