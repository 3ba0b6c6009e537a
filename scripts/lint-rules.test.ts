import { ESLint } from 'eslint';
import { beforeAll, expect, test } from '@jest/globals';
import { inRoot } from './process/root.ts';

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: inRoot() });
});

async function faults(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: inRoot(file) });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

const PATHS = 'import-x/no-restricted-paths';

test.each([
  ['companion/src/domain/probe.ts', "import '../usecases/ports.ts';", `${PATHS}: `, 'domain is pure'],
  ['companion/src/domain/probe.ts', "import 'express';", 'no-restricted-imports: ', 'no packages'],
  [
    'companion/src/domain/probe.ts',
    'export const now = Date.now();',
    'no-restricted-properties: ',
    'no clock',
  ],
  ['companion/src/domain/probe.ts', 'export const now = new Date();', 'no-restricted-syntax: ', 'no clock'],
  ['companion/src/domain/probe.ts', 'export const x = process.env;', 'no-restricted-globals: ', 'process'],
  ['companion/src/usecases/probe.ts', "import '../config/env.ts';", `${PATHS}: `, 'usecases import domain'],
  [
    'companion/src/salesforce/probe.ts',
    "import '../config/env.ts';",
    `${PATHS}: `,
    'salesforce implements ports',
  ],
  ['companion/src/store/probe.ts', "import '../config/env.ts';", `${PATHS}: `, 'store implements ports'],
  [
    'companion/src/csv/probe.ts',
    "import '../usecases/ports.ts';",
    `${PATHS}: `,
    'csv reads and writes files',
  ],
  ['companion/src/jobs/probe.ts', "import '../config/env.ts';", `${PATHS}: `, 'jobs import usecases'],
  ['companion/src/http/probe.ts', "import '../main.ts';", `${PATHS}: `, 'http imports usecases'],
  [
    'companion/src/http/probe.ts',
    'export const x = process.env.X;',
    'no-restricted-properties: ',
    'config/env.ts',
  ],
  ['companion/src/probe.ts', "import '../../local-org/src/org.ts';", `${PATHS}: `, 'parts import nothing'],
  ['local-org/src/probe.ts', "import '../../companion/src/main.ts';", `${PATHS}: `, 'parts import nothing'],
  ['e2e/probe.ts', "import '../local-org/src/org.ts';", `${PATHS}: `, 'parts import nothing'],
  ['scripts/probe.ts', "import '../local-org/src/org.ts';", `${PATHS}: `, 'parts import nothing'],
  ['local-org/src/rest/probe.ts', "import '../graphql/router.ts';", `${PATHS}: `, 'families do not import'],
  [
    'force-app/main/default/lwc/csRisk/probe.ts',
    "import { x } from 'c/csTouchpointModel'; export default x;",
    'no-restricted-imports: ',
    'csRisk imports its own children',
  ],
])('in %s, `%s` breaks %s', async (file, code, rule, message) => {
  const found = await faults(file, code);
  expect(found.filter((fault) => fault.startsWith(rule) && fault.includes(message))).toHaveLength(1);
});

test.each([
  ['companion/src/domain/probe.ts', "import './scoring.ts';"],
  ['companion/src/usecases/probe.ts', "import './ports.ts';"],
  ['companion/src/salesforce/probe.ts', "import '../usecases/ports.ts';"],
  ['local-org/src/rest/probe.ts', "import '../org.ts';"],
  ['force-app/main/default/lwc/csRisk/probe.ts', "import { x } from 'c/csRiskModel'; export default x;"],
])('in %s, `%s` is allowed', async (file, code) => {
  const found = await faults(file, code);
  expect(found.filter((fault) => /no-restricted/.test(fault))).toEqual([]);
});
