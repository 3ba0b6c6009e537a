import { z } from 'zod';
import { AppError } from '../errors.ts';
import { errorCodeOf, rootMessage } from './salesforce-error.ts';

/** A session with the org. */
export interface Session {
  accessToken: string;
  instanceUrl: string;
  orgId: string;
  /** As whom it is. */
  userId: string;
}

const TOKEN_TIMEOUT_MS = 30_000;

const granted = z.object({
  access_token: z.string().min(1),
  instance_url: z.url(),
  id: z.string().regex(/\/id\/00D\w{12}(\w{3})?\/\w+$/),
});
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

/**
 * Asks the token endpoint of an org. Failures are one line that says what to check, and never hold a secret.
 *
 * @returns the session, and the whole answer for what else a flow needs of it
 */
export async function requestToken(
  loginUrl: string,
  flow: string,
  form: Record<string, string>,
): Promise<{ session: Session; answer: unknown }> {
  const url = `${loginUrl}/services/oauth2/token`;
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    const why = errorCodeOf(cause) || rootMessage(cause);
    throw new AppError(
      'ORG_UNREACHABLE',
      `No org answers at ${loginUrl} (${why}). Check SALESFORCE_LOGIN_URL and the network.`,
      { cause },
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.status >= 500 || response.status === 429) {
    throw new AppError(
      'ORG_UNREACHABLE',
      `The org at ${loginUrl} answered ${response.status} to the login. Try again later.`,
    );
  }
  if (!response.ok) throw loginRefused(loginUrl, flow, answer, response.status);
  const session = granted.safeParse(answer);
  if (!session.success) {
    throw new AppError(
      'LOGIN_REFUSED',
      `${loginUrl} is no Salesforce org: its answer to the login holds no token.`,
    );
  }
  const { access_token: accessToken, instance_url: instanceUrl, id } = session.data;
  const [orgId = '', userId = ''] = id.split('/').slice(-2);
  return { session: { accessToken, instanceUrl: new URL(instanceUrl).origin, orgId, userId }, answer };
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
const ADVICE: Record<string, string> = {
  invalid_client_id: 'Check SALESFORCE_CLIENT_ID.',
  invalid_client: 'Check SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.',
  invalid_grant:
    'Check that the user is active and allowed to use the app, and that key, certificate and audience fit.',
  invalid_app_access:
    'Allow the user to use the External Client App: its policies name profiles or permission sets.',
  unsupported_grant_type: 'Enable this flow in the settings of the External Client App.',
};

function loginRefused(loginUrl: string, flow: string, answer: unknown, status: number): AppError {
  const parsed = refused.safeParse(answer);
  if (!parsed.success) {
    return new AppError(
      'LOGIN_REFUSED',
      `${loginUrl} is no Salesforce org: it answered ${status} to the login.`,
    );
  }
  const { error, error_description: description } = parsed.data;
  const advice =
    flow === 'web-server' && error === 'invalid_grant'
      ? 'Its refresh token is over: a person has to agree again (npm run companion -- connect link NAME).'
      : (ADVICE[error] ?? 'Check the credentials in the environment.');
  return new AppError(
    'LOGIN_REFUSED',
    `${loginUrl} refused the login by ${flow}: ${error}${description ? ` (${description})` : ''}. ${advice}`,
  );
}
