import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  token: string | undefined;
  body: string;
}
export interface StubAnswer {
  status?: number;
  body: unknown;
}

export interface StubOrg {
  url: string;
  requests: StubRequest[];
  close(): Promise<void>;
}

/** A server that answers as the test says, and keeps what it was asked. Without an answer: 404. */
export async function startStubOrg(
  answer: (request: StubRequest, url: string) => StubAnswer | undefined,
): Promise<StubOrg> {
  const requests: StubRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { pathname, searchParams } = new URL(incoming.url ?? '', url);
      const token = incoming.headers.authorization?.replace('Bearer ', '');
      const body = Buffer.concat(chunks).toString();
      const request = { method: incoming.method ?? '', path: pathname, query: searchParams, token, body };
      const tell = (each: StubRequest) => {
        requests.push(each);
        return answer(each, url) ?? { status: 404, body: [] };
      };
      const { status = 200, body: answered } = pathname.endsWith('/composite')
        ? answerParts(request, tell)
        : tell(request);
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(answered));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A composite: each of its parts is a request of its own. */
function answerParts(request: StubRequest, tell: (part: StubRequest) => StubAnswer): StubAnswer {
  const { compositeRequest } = JSON.parse(request.body) as {
    compositeRequest: { method: string; url: string; referenceId: string }[];
  };
  const compositeResponse = compositeRequest.map(({ method, url, referenceId }) => {
    const { pathname: path, searchParams: query } = new URL(url, 'http://stub');
    const { status = 200, body } = tell({ ...request, method, path, query, body: '' });
    return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
  });
  return { body: { compositeResponse } };
}

/** What a token endpoint grants. */
export const grantToken = (url: string, token: string): StubAnswer => ({
  body: { access_token: token, instance_url: url, id: `${url}/id/00D000000000001AAA/005000000000001AAA` },
});

export const fail = (status: number, errorCode: string, message = 'no'): StubAnswer => ({
  status,
  body: [{ errorCode, message }],
});
