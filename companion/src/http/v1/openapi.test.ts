import { describe, expect, test } from '@jest/globals';
import { buildOpenApi } from './openapi.ts';
import { V1_ROUTES } from './routes.ts';

const document = buildOpenApi(V1_ROUTES);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

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

  test('describes the body and the headers of what is sent, and what is answered to half of it', () => {
    const events = operations.find(({ path }) => path === '/v1/usage/events');
    expect(events).toMatchObject({ method: 'post', operationId: 'post-usage-events' });
    expect(events?.parameters).toMatchObject([{ name: 'idempotency-key', in: 'header', required: true }]);
    const body = events?.requestBody?.content['application/json']?.schema;
    expect(body?.properties?.['events']?.items?.properties).toHaveProperty('account.type', 'string');
    expect(Object.keys(events?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '207', '413', '422']),
    );
    expect(
      operations.filter(({ method, requestBody }) => (method === 'post') !== (requestBody !== undefined)),
    ).toEqual([]);
  });
});
