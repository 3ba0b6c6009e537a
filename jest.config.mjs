import { nodeProject } from './config/jest.node.mjs';

export default {
  projects: [
    nodeProject('companion'),
    // What runs in the browser is imported by the platform's names, not by path.
    nodeProject('local-org', {
      moduleNameMapper: { '^(lightning|platform)/(\\w+)$': '<rootDir>/lightning/modules/$1/$2/$2.ts' },
    }),
    nodeProject('scripts'),
    nodeProject('e2e', {
      globalSetup: '<rootDir>/../config/e2e-demo.mjs',
      globalTeardown: '<rootDir>/../config/e2e-demo-end.mjs',
    }),
  ],
};
