import { Router } from 'express';
import type { Request, Response } from 'express';
import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { uiApiAccess } from '../ui-model/api-access.ts';
import { executeRequest } from './execute-request.ts';
import type { GraphqlRequest } from './execute-request.ts';
import { createSchemaCache } from './schema/schema-cache.ts';

/**
 * The GraphQL API: `POST /services/data/vXX.X/graphql`. It answers 200 whatever becomes of the query, as an
 * org does; only a body that is no GraphQL request gets a 400.
 */
export function graphqlRouter(org: Org): Router {
  const router = Router();
  const schemaFor = createSchemaCache();
  router.post('/services/data/:version/graphql', uiApiAccess(org), (request: Request, response: Response) => {
    const user = response.locals.user as UserContext;
    const answer = executeRequest(org, user, schemaFor, readRequest(request.body));
    response.json({ ...answer, extensions: {} });
  });
  return router;
}

function readRequest(body: unknown): GraphqlRequest {
  const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string' || query.trim() === '') {
    throw invalid('query', 'text with a GraphQL document', query);
  }
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw invalid('variables', 'an object', variables);
  }
  if (operationName != null && typeof operationName !== 'string') {
    throw invalid('operationName', 'text', operationName);
  }
  return {
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    ...(operationName ? { operationName } : {}),
  };
}

function invalid(property: string, expected: string, given: unknown): SalesforceError {
  const kind = given === null ? 'null' : typeof given;
  return new SalesforceError('INVALID_INPUT', `The body's ${property} must be ${expected}, not ${kind}`);
}
