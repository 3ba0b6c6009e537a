import { Connection } from 'jsforce';
import { z } from 'zod';
import type { OrgIdentity } from '../usecases/ports.ts';
import { authenticate, type OrgLogin } from './authenticate.ts';
import { toAppError } from './salesforce-error.ts';

/** A logged-in connection, and which org it is. An expired session is renewed by itself. */
export interface OrgConnection {
  connection: Connection;
  org: OrgIdentity;
  /** As whom the companion is logged in. */
  userId: string;
}

const organizationAnswer = z.object({ records: z.array(z.object({ Name: z.string() })).min(1) });

/** Logs in and asks the org for its name. */
export async function connectToOrg(login: OrgLogin): Promise<OrgConnection> {
  const session = await authenticate(login);
  const connection = new Connection({
    loginUrl: login.loginUrl,
    instanceUrl: session.instanceUrl,
    accessToken: session.accessToken,
    version: login.apiVersion,
    refreshFn: (_connection, done) => {
      authenticate(login).then(
        ({ accessToken }) => done(null, accessToken),
        (error: unknown) => done(error as Error),
      );
    },
  });
  try {
    const { records } = organizationAnswer.parse(await connection.query('SELECT Name FROM Organization'));
    const name = records[0]?.Name ?? '';
    const { orgId, userId, instanceUrl } = session;
    return { connection, userId, org: { orgId, name, instanceUrl } };
  } catch (error) {
    throw toAppError(error, session.instanceUrl);
  }
}
