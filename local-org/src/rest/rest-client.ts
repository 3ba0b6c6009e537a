import request from 'supertest';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { createServer } from '../server.ts';

/** The path of the version that tests call. */
export const DATA = '/services/data/v66.0';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** A customer org behind its server, called as the administrator; for tests. */
export interface RestClient extends CustomerOrg {
  call(method: Method, path: string, body?: object): request.Test;
  /** Makes later calls as another user. */
  logIn(userId: string): void;
  /** A call without credentials. */
  anonymous(method: Method, path: string): request.Test;
  token(): string;
  accountNames(): unknown[];
}

/** Builds the org and its server, which listens for the length of each call only; the caller closes the org. */
export function restClient(): RestClient {
  const kit = customerOrg();
  const server = createServer(kit.org);
  let token = kit.org.sessions.open(kit.org.adminId);
  return {
    ...kit,
    call(method, path, body) {
      const started = request(server)[method](path).auth(token, { type: 'bearer' });
      return body === undefined ? started : started.send(body);
    },
    logIn: (userId) => void (token = kit.org.sessions.open(userId)),
    anonymous: (method, path) => request(server)[method](path),
    token: () => token,
    accountNames: () =>
      kit.org.queries
        .soql(kit.admin(), 'SELECT Name FROM Account ORDER BY Name')
        .records.map(({ Name }) => Name),
  };
}
