import { expect, test } from '@jest/globals';
import { buildOpenApi } from './openapi.ts';
import { renderReference } from './render-reference.ts';
import { V1_ROUTES } from './routes.ts';

const reference = renderReference(buildOpenApi(V1_ROUTES));
const sectionOf = (title: string) =>
  reference.split('\n### ').find((part) => part.startsWith(`\`${title}\``)) ?? '';

test('every route has a section, and a line with its scope that leads there', () => {
  for (const { method = 'GET', path, scope } of V1_ROUTES) {
    const title = `${method} /v1${path}`;
    expect(sectionOf(title)).not.toBe('');
    expect(reference).toMatch(
      new RegExp(`^\\| \\[\`${title.replace(/[{}]/g, '\\$&')}\`\\]\\(#\\S+\\) \\| \`${scope}\``, 'm'),
    );
  }
});

test('a parameter says where it stands, its type and its default', () => {
  expect(sectionOf('GET /v1/accounts')).toMatch(/^\| `limit` \| query \| integer \| .*Default 50\. \|$/m);
  expect(sectionOf('GET /v1/accounts/{id}')).toMatch(/^\| `id` \| path, required \|/m);
});

test('a body and an answer name the fields inside objects and lists', () => {
  const events = sectionOf('POST /v1/usage/events');
  expect(events).toMatch(/^\| Body \| Type \| Meaning \|$/m);
  expect(events).toMatch(/^\| `events\[\]\.account` \| string \|/m);
  const accounts = sectionOf('GET /v1/accounts');
  expect(accounts).toMatch(/^\| `items\[\]\.name` \| string \|/m);
  expect(accounts).toMatch(/^\| `items\[\]\.override\.expiresOn` \| date \|/m);
  expect(accounts).toMatch(/^\| `items\[\]\.tier` \| string or null \|/m);
});

test('no row of a table is broken by what stands in it', () => {
  const tables = reference.split(/\n\n/).filter((part) => part.startsWith('|'));
  const columns = (row: string) => row.split(/(?<!\\)\|/).length;
  for (const rows of tables.map((part) => part.split('\n'))) {
    expect(new Set(rows.map(columns)).size).toBe(1);
  }
});
