import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OrgAccess } from './rest.ts';
import type { Product } from './start-product.ts';

/**
 * Logs in to the org as the user of the companion, who alone may make what it makes.
 *
 * @throws Error with the org's answer
 */
export async function companionAccess({ folder, orgUrl }: Product): Promise<OrgAccess> {
  const { credentials } = JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8')) as {
    credentials: { clientId: string; clientSecret: string };
  };
  const answer = await fetch(`${orgUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    }),
  });
  const { access_token: accessToken, error } = (await answer.json()) as {
    access_token: string;
    error?: string;
  };
  if (!answer.ok) throw new Error(`The org did not let the companion in: ${error}`);
  return { url: orgUrl, accessToken };
}
