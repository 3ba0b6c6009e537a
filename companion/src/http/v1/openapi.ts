import { z } from 'zod';
import type { Route } from './route.ts';

/** A JSON Schema, as far as it is looked into here. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: { apiKey: string[] }[];
  parameters: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, object>;
}

export type Method = 'get' | 'post';

/** An OpenAPI document, as far as it is built here. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object; responses: object };
}

const PROBLEMS: Record<string, string> = {
  400: 'A parameter or the body is not what it must be; `errors` says which',
  401: 'No key, or none that holds',
  403: 'The key lacks the scope',
  404: 'There is no such thing',
  413: 'The body is larger than allowed',
  415: 'The body is not JSON in UTF-8',
  422: 'The Idempotency-Key came with another body before',
  429: 'Too many requests; `Retry-After` says how many seconds to wait',
  500: 'The companion failed; its log has the reason under the request id',
  503: 'The org does not answer',
};

/** What only a request with a body can meet. */
const BODY_PROBLEMS = ['413', '415', '422'];

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  requestId: z.string(),
  errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
});

/** The OpenAPI 3.1 document of some routes: its schemas are the ones that requests and answers are checked by. */
export function buildOpenApi(routes: readonly Route[]): OpenApi {
  const answers = routes.map(({ answer }) => [answer.id, toJsonSchema(answer.schema, 'output')] as const);
  const problemRef = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tenure companion',
      version: '1',
      description:
        'What the companion knows of the accounts of an org: risk and health with their reasons, workload, renewals, ' +
        'touchpoints and jobs; and it takes usage in. Every answer carries `X-Request-Id`; errors are `application/problem+json` ' +
        '(RFC 9457). Lists are paged by `cursor`.',
    },
    paths: Object.fromEntries(
      routes.map((route) => [`/v1${route.path}`, { [methodOf(route)]: toOperation(route) }]),
    ),
    components: {
      schemas: { ...Object.fromEntries(answers), Problem: toJsonSchema(problem, 'output') },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key made by api-key create.' },
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `Problem${status}`,
          { description, content: problemRef },
        ]),
      ),
    },
  };
}

const methodOf = ({ method }: Route): Method => (method === 'POST' ? 'post' : 'get');

function toOperation(route: Route): Operation {
  const name = route.path.replace(/[{}]/g, '').split('/').filter(Boolean).join('-');
  const problems = Object.keys(PROBLEMS)
    .filter((status) => route.body !== undefined || !BODY_PROBLEMS.includes(status))
    .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  const schema = { $ref: `#/components/schemas/${route.answer.id}` };
  const success = { description: route.summary, content: { 'application/json': { schema } } };
  return {
    operationId: `${methodOf(route)}-${name}`,
    tags: [route.tag],
    summary: route.summary,
    description: `${route.description} Scope: \`${route.scope}\`.`,
    security: [{ apiKey: [route.scope] }],
    parameters: [
      ...toParameters(route.params, 'path'),
      ...toParameters(route.query, 'query'),
      ...(route.headers ? toParameters(route.headers, 'header') : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toJsonSchema(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: success,
      ...(route.statusOf
        ? { 207: { ...success, description: 'Kept in part; `errors` says which not' } }
        : {}),
      ...Object.fromEntries(problems),
    },
  };
}

function toParameters(shape: z.ZodObject, place: Parameter['in']): Parameter[] {
  const { properties = {}, required = [] } = toJsonSchema(shape, 'input');
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io,
    // The pattern of a date says in 300 characters what its format says in one word.
    override: ({ jsonSchema }) => void (jsonSchema.format !== undefined && delete jsonSchema.pattern),
  });
  return rest as JsonSchema;
}
