import { SalesforceError } from '../errors.ts';
import type { RestMethod, Route } from './route.ts';

export interface RouteMatch {
  route: Route;
  params: Record<string, string>;
}

/** The `:names` of a pattern that a path fits, or undefined. */
function matchPattern(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = pattern === '' ? [] : pattern.split('/');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

/** The decoded segments of a path; a broken escape is refused. */
export function pathSegments(path: string): string[] {
  try {
    return path
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment));
  } catch (cause) {
    throw new SalesforceError('MALFORMED_URL', `The path ${path} is not properly escaped`, { cause });
  }
}

/**
 * The first route for a method and path; undefined when no route knows the path. A path that exists with
 * other methods only is refused with their names.
 */
export function matchRoute(
  routes: readonly Route[],
  method: RestMethod,
  segments: readonly string[],
): RouteMatch | undefined {
  const fitting = routes.flatMap((route) => {
    const params = matchPattern(route.pattern, segments);
    return params ? [{ route, params }] : [];
  });
  const wanted = method === 'HEAD' ? 'GET' : method;
  const match = fitting.find(({ route }) => route.method === wanted);
  if (match || fitting.length === 0) return match;
  const allowed = [...new Set(fitting.map(({ route }) => route.method))].sort().join(',');
  throw new SalesforceError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
    { httpStatus: 405 },
  );
}
