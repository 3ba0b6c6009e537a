import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from 'jsforce';

interface Answer {
  status?: number;
  body?: string;
  locator?: string;
}

/** An org that answers jobs as the test says; every request is kept as `METHOD path body`. */
export async function withJobs<T>(
  answer: (request: string) => Answer,
  use: (connection: Connection, requests: string[]) => Promise<T>,
): Promise<T> {
  const requests: string[] = [];
  const bodyOf = async (message: IncomingMessage) => {
    let body = '';
    for await (const chunk of message.setEncoding('utf8') as AsyncIterable<string>) body += chunk;
    return body;
  };
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const path = incoming.url?.replace('/services/data/v66.0', '') ?? '';
      const request = `${incoming.method} ${path} ${body}`.trim();
      requests.push(request);
      const { status = 200, body: text = '', locator } = answer(request);
      const type = text.startsWith('{') || text.startsWith('[') ? 'application/json' : 'text/csv';
      const headers = {
        'content-type': type,
        connection: 'close',
        ...(locator ? { 'sforce-locator': locator } : {}),
      };
      response.writeHead(status, headers).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use(new Connection({ instanceUrl, accessToken: 'token', version: '66.0' }), requests);
  } finally {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}

/** A job as the org tells of it. */
export const job = (state: string, more: object = {}) => ({
  body: JSON.stringify({ id: '750A', state, ...more }),
});
