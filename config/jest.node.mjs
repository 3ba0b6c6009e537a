import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Jest settings shared by everything that runs in Node: TypeScript through SWC, as ES modules.
 *
 * @param {string} name the folder, relative to the top level, which is also the project's name
 * @param {object} [extra] settings that differ
 */
export function nodeProject(name, extra = {}) {
  return {
    displayName: name,
    rootDir: path.join(root, name),
    testEnvironment: 'node',
    testMatch: ['<rootDir>/**/*.test.ts'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '/artifacts/'],
    setupFilesAfterEnv: [path.join(root, 'config', 'jest.patience.mjs')],
    extensionsToTreatAsEsm: ['.ts'],
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
          module: { type: 'es6' },
        },
      ],
    },
    ...extra,
  };
}
