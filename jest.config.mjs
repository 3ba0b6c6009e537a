import { nodeProject } from './config/jest.node.mjs';

export default {
  projects: [
    nodeProject('companion'),
    nodeProject('local-org'),
    nodeProject('scripts'),
    nodeProject('e2e', { testTimeout: 120_000 }),
  ],
};
