import { createHash, timingSafeEqual } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';

/** What RFC 7636 (section 4.1) allows as a verifier, and what its SHA-256 looks like in base64url. */
const VERIFIER = /^[\w.~-]{43,128}$/;
const CHALLENGE = /^[\w-]{43}$/;

/**
 * The challenge of an authorization request; undefined when it has none.
 *
 * @throws OAuthError when there is a challenge of another kind than S256
 */
export function readChallenge(challenge: unknown, method: unknown): string | undefined {
  if (challenge === undefined) return undefined;
  if (typeof challenge === 'string' && CHALLENGE.test(challenge) && (method ?? 'S256') === 'S256')
    return challenge;
  throw new OAuthError('invalid_request', 'code challenge must be the SHA-256 of the verifier in base64url');
}

/** @throws OAuthError when the verifier is not the one whose hash the authorization request carried */
export function checkVerifier(challenge: string | undefined, verifier: string | undefined): void {
  if (challenge === undefined && verifier === undefined) return;
  if (verifier !== undefined && challenge !== undefined && VERIFIER.test(verifier)) {
    const hash = createHash('sha256').update(verifier).digest('base64url');
    if (timingSafeEqual(Buffer.from(hash), Buffer.from(challenge))) return;
  }
  throw new OAuthError('invalid_grant', 'invalid code verifier');
}
