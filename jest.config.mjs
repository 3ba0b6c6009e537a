import { nodeProject } from './config/jest.node.mjs';

export default {
  // Jest keeps modules of every suite that it ran in a process. One that has grown is exchanged between two suites.
  workerIdleMemoryLimit: '1GB',
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
