/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Jest leaves one core free, which is half of a small machine.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }] },
  // The package's own names mean the sources, so that tests need no build.
  moduleNameMapper: {
    '^holdfast$': '<rootDir>/lib/index.ts',
    '^holdfast/policy$': '<rootDir>/lib/policy.ts',
    '^holdfast/testing$': '<rootDir>/lib/testing.ts',
    '^holdfast/cdktf$': '<rootDir>/lib/cdktf.ts',
    '^holdfast/aws-cdk$': '<rootDir>/lib/aws-cdk.ts',
    '^holdfast/jest$': '<rootDir>/lib/jest.ts',
    '^holdfast/schema/(.*)$': '<rootDir>/schema/$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.dist-next/',
    '<rootDir>/.synth/',
    '<rootDir>/.moto/',
    '<rootDir>/.drivers/',
    '<rootDir>/.lab/',
    '<rootDir>/.wrappers/',
  ],
  collectCoverageFrom: ['lib/**/*.ts', 'policies/**/*.ts'],
  coverageReporters: ['text-summary', 'lcov', 'json-summary'],
};
