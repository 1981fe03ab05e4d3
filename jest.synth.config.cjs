const { transform } = require('./jest.config.cjs');

/** Runs by `npm run test:synth`, which installs what these tests need. @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/synth'],
  testMatch: ['**/*.synth.ts'],
  transform,
  // Real command lines: seconds each, several processes at once.
  testTimeout: 180_000,
  maxWorkers: 1,
};
