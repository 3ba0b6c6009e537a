import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';

export type RestMethod = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One call of the REST API, from the network or as a part of a composite. */
export interface RestRequest {
  org: Org;
  user: UserContext;
  method: RestMethod;
  /** `/services/data/v66.0`, for URLs in answers. */
  basePath: string;
  /** What the pattern's `:names` matched, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed JSON body, or undefined without one. */
  body: unknown;
  /** API calls in the last 24 hours. */
  apiCalls: number;
}

export interface RestResponse {
  status: number;
  /** Left out for an empty answer. */
  body?: unknown;
  headers?: Record<string, string>;
}

export type RestHandler = (request: RestRequest) => RestResponse;

/** A handler for the paths below `/services/data/vXX.0` that a pattern such as `sobjects/:object/:id` names. */
export interface Route {
  method: RestMethod;
  pattern: string;
  handle: RestHandler;
}
