import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';

/** The first 12 hex digits of the SHA-256 of a value's canonical JSON. */
export function shortHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 12);
}
