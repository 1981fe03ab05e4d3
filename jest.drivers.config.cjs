const { transform, moduleNameMapper } = require('./jest.config.cjs');

/** Runs by `npm run test:drivers`, which says what these tests need. @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/drivers'],
  testMatch: ['**/*.drivers.ts'],
  transform,
  moduleNameMapper,
  // A server and programs of other languages: seconds each.
  testTimeout: 120_000,
  maxWorkers: 1,
};
