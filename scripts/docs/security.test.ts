import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { inRoot } from '../process/root.ts';
import { readPermissionSets } from './read-rights.ts';

const read = (file: string): string => readFileSync(inRoot(file), 'utf8');
const page = read('docs/security.md');
const prose = page.replace(/\s+/g, ' ');

test('the page names every field that the log censors, and no other', () => {
  const [, list = ''] = /const SECRET_NAMES = \[([^\]]*)\]/.exec(read('companion/src/logger.ts')) ?? [];
  const censored = [...list.matchAll(/'(\w+)'/g)].map((match) => match[1]);
  const [, told = ''] = /Fields named (.*?) are censored/.exec(prose) ?? [];
  expect(censored.length).toBeGreaterThan(3);
  expect([...told.matchAll(/`(\w+)`/g)].map((match) => match[1]).toSorted()).toEqual(censored.toSorted());
});

test('the page says of every permission set for whom it is', () => {
  for (const { name } of readPermissionSets())
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\| \\w`, 'm'));
});

test('what the page says of the External Client App is what is deployed', () => {
  const app = read('scripts/connect/client-app-metadata.ts');
  expect(prose).toContain('IP relaxation _Enforce_, PKCE required, refresh tokens rotated');
  expect(app).toContain("ipRelaxationPolicyType: 'Enforce'");
  expect(app).toContain("isPkceRequired: 'true'");
  expect(app).toContain("isRefreshTokenRotationEnabled: 'true'");
  expect(app).toContain("permittedUsersPolicyType: 'AdminApprovedPreAuthorized'");
});

test('the header that signs each kind of webhook is on its page', () => {
  const schemes = read('companion/src/http/hooks/signature-schemes.ts');
  const headers = [...schemes.matchAll(/signature: '([\w-]+)'/g)].map((match) => match[1] ?? '');
  const webhooks = read('docs/webhooks.md').toLowerCase();
  expect(headers).toHaveLength(5);
  expect(headers.filter((header) => !webhooks.includes(header))).toEqual([]);
});
