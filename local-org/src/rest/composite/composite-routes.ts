import { SalesforceError } from '../../errors.ts';
import { toErrorResponse } from '../../http/error-handler.ts';
import { matchRoute, pathSegments } from '../match-route.ts';
import { requireList, requireObject } from '../read-body.ts';
import type { RestMethod, RestRequest, RestResponse, Route } from '../route.ts';
import { resolveReferences } from './references.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
const MAX_SUBREQUESTS = 25;
/** Of which queries and collections together. */
const MAX_HEAVY_SUBREQUESTS = 5;
const HEAVY = /^\/services\/data\/v[\d.]+\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/i;
const METHODS: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

interface Subrequest {
  method: RestMethod;
  url: string;
  referenceId: string;
  body: unknown;
}

interface SubResponse {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

function readSubrequest(value: unknown, index: number): Subrequest {
  const where = `compositeRequest[${index}]`;
  const { method, url, referenceId, body } = requireObject(value, where);
  if (typeof method !== 'string' || !METHODS.includes(method)) {
    throw new SalesforceError('INVALID_INPUT', `${where}.method must be one of ${METHODS.join(', ')}`);
  }
  if (typeof url !== 'string' || !url.startsWith('/services/data/v')) {
    throw new SalesforceError('INVALID_INPUT', `${where}.url must begin with /services/data/vXX.0/`);
  }
  if (typeof referenceId !== 'string' || !/^[A-Za-z][A-Za-z0-9_]*$/.test(referenceId)) {
    throw new SalesforceError(
      'INVALID_INPUT',
      `${where}.referenceId must begin with a letter, and hold letters, digits and underscores only`,
    );
  }
  return { method: method as RestMethod, url, referenceId, body };
}

function readSubrequests(body: unknown): Subrequest[] {
  const list = requireList(body, 'compositeRequest');
  if (list.length > MAX_SUBREQUESTS) {
    throw new SalesforceError('LIMIT_EXCEEDED', `A composite holds at most ${MAX_SUBREQUESTS} subrequests`);
  }
  const requests = list.map(readSubrequest);
  if (requests.filter(({ url }) => HEAVY.test(url)).length > MAX_HEAVY_SUBREQUESTS) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `A composite holds at most ${MAX_HEAVY_SUBREQUESTS} queries and collections`,
    );
  }
  const ids = requests.map(({ referenceId }) => referenceId.toLowerCase());
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new SalesforceError('INVALID_INPUT', `Duplicate referenceId: ${twice}`);
  return requests;
}

/** Takes everything back, keeping what each subrequest said. */
class Halted extends Error {
  readonly responses: SubResponse[];

  constructor(responses: SubResponse[]) {
    super('A subrequest failed, and the composite is all or none');
    this.responses = responses;
  }
}

/** The composite resource over the given routes: a list of calls of which later ones may refer to earlier. */
export function compositeRoutes(routes: readonly Route[]): readonly Route[] {
  function call(request: RestRequest, { method, url, body }: Subrequest): RestResponse {
    const [path = '', query = ''] = url.split('?', 2);
    const segments = pathSegments(path);
    const match = matchRoute(routes, method, segments.slice(3));
    if (!match)
      throw new SalesforceError('NOT_FOUND', `The composite cannot call ${path}`, { httpStatus: 404 });
    const basePath = `/${segments.slice(0, 3).join('/')}`;
    const { params } = match;
    return match.route.handle({
      ...request,
      method,
      basePath,
      params,
      query: new URLSearchParams(query),
      body,
    });
  }

  function attempt(request: RestRequest, sub: Subrequest, answers: Map<string, unknown>): SubResponse {
    let response: RestResponse;
    try {
      response = call(request, {
        ...sub,
        url: resolveReferences(sub.url, answers),
        body: resolveReferences(sub.body, answers),
      });
      answers.set(sub.referenceId, response.body);
    } catch (error) {
      response = toErrorResponse(error);
    }
    return {
      body: response.body ?? null,
      httpHeaders: response.headers ?? {},
      httpStatusCode: response.status,
      referenceId: sub.referenceId,
    };
  }

  function composite(request: RestRequest): RestResponse {
    const allOrNone = requireObject(request.body).allOrNone === true;
    const subrequests = readSubrequests(request.body);
    const answers = new Map<string, unknown>();
    try {
      const compositeResponse = request.org.records.transaction(() => {
        const responses: SubResponse[] = [];
        for (const sub of subrequests) {
          responses.push(attempt(request, sub, answers));
          const failed = (responses.at(-1)?.httpStatusCode ?? 0) >= 300;
          if (failed && allOrNone) throw new Halted(responses);
        }
        return responses;
      });
      return { status: 200, body: { compositeResponse } };
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      return { status: 200, body: { compositeResponse: haltedResponses(subrequests, error.responses) } };
    }
  }

  return [{ method: 'POST', pattern: 'composite', handle: composite }];
}

function haltedResponses(
  subrequests: readonly Subrequest[],
  responses: readonly SubResponse[],
): SubResponse[] {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  const halted = [{ errorCode: 'PROCESSING_HALTED', message }];
  return subrequests.map(({ referenceId }, index) => {
    const response = responses[index];
    return response && response.httpStatusCode >= 300
      ? response
      : { body: halted, httpHeaders: {}, httpStatusCode: 400, referenceId };
  });
}
