import { describe, expect, test } from '@jest/globals';
import { buildOpenApi } from './openapi.ts';
import { V1_ROUTES } from './routes.ts';

const document = buildOpenApi(V1_ROUTES);
const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));

describe('the OpenAPI document', () => {
  test('has every route once, each with an operation id of its own', () => {
    expect(operations).toHaveLength(V1_ROUTES.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(V1_ROUTES.length);
  });

  test('refers to nothing that it does not have', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(refs.length).toBeGreaterThan(0);
    const find = (ref: string) =>
      ref
        .split('/')
        .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);
    expect(refs.filter((ref) => find(ref) === undefined)).toEqual([]);
  });

  test('describes every parameter of a path, as required', () => {
    for (const { path, parameters } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = parameters
        .filter((each) => each.in === 'path' && each.required)
        .map(({ name }) => name);
      expect(described).toEqual(named);
    }
  });

  test('says the default and the limits of a page, and asks for a key with the scope', () => {
    const accounts = operations.find(({ path }) => path === '/v1/accounts');
    expect(accounts?.parameters.find(({ name }) => name === 'limit')).toMatchObject({
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
    expect(accounts?.security).toEqual([{ apiKey: ['accounts:read'] }]);
  });
});
