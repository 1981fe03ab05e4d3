const { transform } = require('./jest.config.cjs');

/** Runs by `npm run test:moto`, which installs what these tests need. @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/moto'],
  testMatch: ['**/*.moto.ts'],
  transform,
  // A server and real command lines: seconds each.
  testTimeout: 120_000,
  maxWorkers: 1,
};
