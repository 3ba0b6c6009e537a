import { SalesforceError } from '../../errors.ts';
import type { RestRequest, Route } from '../route.ts';

function query({ org, user, query: parameters }: RestRequest, allRows: boolean) {
  const text = parameters.get('q');
  if (text === null) throw new SalesforceError('MISSING_ARGUMENT', 'The parameter q must hold a SOQL query');
  return { status: 200, body: org.queries.soql(user, text, { allRows }) };
}

/** Queries as subrequests of a composite; called alone they belong to the query family. */
export const queryRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'query', handle: (request) => query(request, false) },
  { method: 'GET', pattern: 'queryAll', handle: (request) => query(request, true) },
];
