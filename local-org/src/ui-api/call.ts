import type { Server } from 'node:http';
import request from 'supertest';

export interface ApiCall {
  token: string;
  method?: 'get' | 'post' | 'patch' | 'delete';
  body?: object;
  headers?: Record<string, string>;
}

/** Calls UI API as the user of a token; for tests. `resource` is the path below `ui-api`. */
export async function callUiApi(
  server: Server,
  resource: string,
  { token, method = 'get', body, headers = {} }: ApiCall,
  // Each test states the shape it expects.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<{ status: number; body: any }> {
  const path = `/services/data/v66.0/ui-api/${resource}`;
  const client = request(server);
  const call = client[method](path).set({ Authorization: `Bearer ${token}`, ...headers });
  const response = await (body === undefined ? call : call.send(body));
  return { status: response.status, body: response.body as unknown };
}
