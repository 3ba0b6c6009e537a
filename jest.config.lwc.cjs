const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** Tests of the Lightning Web Components: Salesforce's own preset, on the Jest that it pins. */
module.exports = {
  ...jestConfig,
  displayName: 'lwc',
  roots: ['<rootDir>/force-app'],
  // A test that hangs still ends, but not while a cold machine is at work.
  testTimeout: 60_000,
  testMatch: ['**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/setup.ts'],
  moduleNameMapper: {
    '^test/(.*)$': '<rootDir>/force-app/test/$1',
    // The preset's stub keeps neither what `gql` was given nor `executeMutation`.
    '^lightning/graphql$': '<rootDir>/force-app/test/mocks/graphql.ts',
    '^lightning/navigation$': '<rootDir>/force-app/test/mocks/navigation.ts',
    '^lightning/modal$': '<rootDir>/force-app/test/mocks/modal.ts',
    '^lightning/pageReferenceUtils$': '<rootDir>/force-app/test/mocks/page-reference-utils.ts',
  },
};
