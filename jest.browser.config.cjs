const { moduleNameMapper, transform } = require('./jest.config.cjs');

/** Runs by `npm run test:browser`, which finds what these tests need. @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  transform,
  moduleNameMapper,
  // A real browser: seconds each.
  testTimeout: 60_000,
  maxWorkers: 1,
};
