import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const TOKEN_PATH = '/services/oauth2/token';
const SECRET_NAMES = ['access_token', 'refresh_token', 'client_secret', 'code', 'code_verifier'];

/** One request that went to the org. */
export interface PassedRequest {
  method: string;
  path: string;
  body: string;
  /** By this process's clock in milliseconds, when it came and when its answer was whole; null until then. */
  began: number;
  ended: number | null;
}

export interface OrgProxy {
  url: string;
  /** Every token and secret that passed: none of them may turn up anywhere else. */
  secrets: Set<string>;
  /** Everything that passed, in order. */
  passed: PassedRequest[];
  /** Called before a request reaches the org, and again once the org has answered but the caller has not heard. */
  onRequest: (request: PassedRequest, moment: 'before' | 'after') => void;
  close(): Promise<void>;
}

/**
 * Stands between a companion and its org, so that a test sees every call and can strike at one.
 *
 * @param orgId what the org calls itself at the login, where two copies of one org are to be told apart
 */
export async function startOrgProxy(orgUrl: string, orgId?: string): Promise<OrgProxy> {
  const secrets = new Set<string>();
  const passed: PassedRequest[] = [];
  const server = createServer((incoming, response) => {
    // A caller that was killed leaves a broken connection behind; that is not the proxy's fault.
    incoming.on('error', () => undefined);
    response.on('error', () => undefined);
    void (async () => {
      const body = await bodyOf(incoming);
      const request: PassedRequest = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        body: body.toString(),
        began: performance.now(),
        ended: null,
      };
      passed.push(request);
      proxy.onRequest(request, 'before');
      const answer = await forward(orgUrl, incoming, body);
      request.ended = performance.now();
      proxy.onRequest(request, 'after');
      const isToken = request.path === TOKEN_PATH;
      // The session has to come this way too.
      const content = isToken ? passToken(request.body, answer.body) : answer.body;
      response.writeHead(answer.status, { ...answer.headers, 'content-length': content.length });
      response.end(content);
    })().catch(() => response.destroy());
  });
  const passToken = (asked: string, answered: Buffer): Buffer => {
    const form = new URLSearchParams(asked);
    const text = answered.toString().replaceAll(orgUrl, proxy.url);
    const answer = JSON.parse(text) as Record<string, string>;
    for (const name of SECRET_NAMES) {
      for (const value of [form.get(name), answer[name]]) if (value) secrets.add(value);
    }
    return Buffer.from(orgId ? text.replace(/\/id\/\w+\//, `/id/${orgId}/`) : text);
  };
  const proxy: OrgProxy = {
    url: await listen(server),
    passed,
    secrets,
    onRequest: () => undefined,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function forward(orgUrl: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { 'transfer-encoding': _chunked, ...kept } = headers;
    const options = {
      method,
      headers: { ...kept, host: new URL(orgUrl).host, 'content-length': body.length },
    };
    const outgoing = send(`${orgUrl}${url}`, options, (answer) => {
      bodyOf(answer).then((content) => {
        const { 'transfer-encoding': _parts, connection: _connection, ...rest } = answer.headers;
        resolve({ status: answer.statusCode ?? 500, headers: rest, body: content });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
