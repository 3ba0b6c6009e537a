import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookSource } from '../../usecases/inbound-ports.ts';

/** A header of the request, by its name in lower case. */
export type Header = (name: string) => string | undefined;

/** How a system signs what it sends. */
interface Scheme {
  signature: string;
  /** What stands before the signature in its header. */
  prefix: string;
  encoding: 'hex' | 'base64';
  /** The header of the time that is signed along, and what stands between it and the body. */
  timestamp?: { header: string; separator: string };
}

const SCHEMES: Record<HookSource, Scheme> = {
  // base64(HMAC-SHA256(timestamp + body)): https://developer.zendesk.com/documentation/webhooks/verifying/
  zendesk: {
    signature: 'x-zendesk-webhook-signature',
    prefix: '',
    encoding: 'base64',
    timestamp: { header: 'x-zendesk-webhook-signature-timestamp', separator: '' },
  },
  // WebSub's method=signature: https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks
  jira: { signature: 'x-hub-signature', prefix: 'sha256=', encoding: 'hex' },
  // https://www.typeform.com/developers/webhooks/secure-your-webhooks/
  typeform: { signature: 'typeform-signature', prefix: 'sha256=', encoding: 'base64' },
  // With the account's API key as the secret: https://app.delighted.com/docs/api/webhooks
  delighted: { signature: 'x-delighted-webhook-signature', prefix: 'sha256=', encoding: 'hex' },
  // Our own, for whoever writes the sender: docs/webhooks.md
  generic: {
    signature: 'x-tenure-signature',
    prefix: 'sha256=',
    encoding: 'hex',
    timestamp: { header: 'x-tenure-timestamp', separator: '.' },
  },
};

/** Clocks apart, and a sender's own retry, stay within this; an older signature is somebody's recording. */
export const SIGNATURE_WINDOW_MS = 15 * 60_000;

/** Whether the request was signed with this secret, and lately where the scheme tells when. */
export function isSigned(
  source: HookSource,
  { header, body, secret, now }: { header: Header; body: Buffer; secret: string; now: Date },
): boolean {
  const { signature, prefix, encoding, timestamp } = SCHEMES[source];
  const given = header(signature) ?? '';
  const at = timestamp ? (header(timestamp.header) ?? '') : '';
  const signed = timestamp ? Buffer.concat([Buffer.from(at + timestamp.separator), body]) : body;
  const expected = prefix + createHmac('sha256', secret).update(signed).digest(encoding);
  const holds = isSame(given, expected);
  return holds && (!timestamp || isFresh(at, now));
}

/** In a time that does not depend on how much of it is right. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The time as ISO 8601, or as seconds since 1970. */
function isFresh(at: string, now: Date): boolean {
  const time = /^\d{1,12}$/.test(at) ? Number(at) * 1000 : Date.parse(at);
  return Math.abs(now.getTime() - time) <= SIGNATURE_WINDOW_MS;
}
