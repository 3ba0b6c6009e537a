/** What the wires and functions of the platform put in `error`: the answer, with its body read. */
export interface FetchResponse {
  ok: boolean;
  status: number;
  statusText: string;
  body: unknown;
}

const API = '/services/data/v66.0';
const STATE_CHANGING = /^(?:POST|PATCH|PUT|DELETE)$/;

/**
 * Calls the org's REST API as the logged-in user. State-changing calls carry a header that a foreign site
 * cannot send, as the session is a cookie.
 *
 * @param path below `/services/data/vNN.0`, with its query
 * @param extra further headers
 * @throws FetchResponse when the org refuses
 */
export async function callApi<T>(
  method: string,
  path: string,
  body?: unknown,
  extra?: Record<string, string>,
): Promise<T> {
  return callServer<T>(method, API + path, body, extra);
}

/** The same for any path of the org. */
export async function callServer<T>(
  method: string,
  path: string,
  body?: unknown,
  extra?: Record<string, string>,
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...extra };
  if (STATE_CHANGING.test(method)) headers['x-requested-with'] = 'lightning';
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await send(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (response.status === 401) logInAgain();
  const text = await response.text();
  const parsed = parseBody(text);
  if (!response.ok) throw failure(response.status, response.statusText, parsed);
  return parsed as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' });
  } catch {
    throw failure(0, 'Network Error', { message: 'The org cannot be reached. Check that it is running.' });
  }
}

function failure(status: number, statusText: string, body: unknown): FetchResponse {
  return { ok: false, status, statusText, body };
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { message: text.slice(0, 500) };
  }
}

function logInAgain(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/login?retURL=${encodeURIComponent(here)}`);
}
