import { createHmac } from 'node:crypto';
import { runOnProduct } from './companion-command.ts';
import type { Product } from './start-product.ts';

/** A hook of the running companion, as whoever sets up the other system sees it. */
export interface Hook {
  url: string;
  secret: string;
}

/** Makes a hook with the companion's own command. */
export async function createHook(product: Product, source: string, more: string[] = []): Promise<Hook> {
  const { code, stdout, stderr } = await runOnProduct(product, ['hook', 'create', source, ...more]);
  const [, path] = /with POST to: (\S+?),/.exec(stdout) ?? [];
  const [, secret] = /shown this once: (\S+)/.exec(stdout) ?? [];
  if (code !== 0 || !path || !secret)
    throw new Error(`hook create ${source} ended with ${code}: ${stdout}${stderr}`);
  return { url: product.companionUrl + path, secret };
}

/** Sends what Zendesk would, signed as Zendesk signs. */
export function sendAsZendesk({ url, secret }: Hook, event: object): Promise<Response> {
  const body = JSON.stringify(event);
  const at = new Date().toISOString();
  const signature = createHmac('sha256', secret)
    .update(at + body)
    .digest('base64');
  return post(url, body, {
    'x-zendesk-webhook-signature': signature,
    'x-zendesk-webhook-signature-timestamp': at,
  });
}

/** Sends what Typeform would, signed as Typeform signs. */
export function sendAsTypeform({ url, secret }: Hook, event: object): Promise<Response> {
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return post(url, body, { 'typeform-signature': `sha256=${signature}` });
}

function post(url: string, body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}
