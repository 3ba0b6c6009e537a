import type { ConfigRef } from '../domain/explanation.ts';
import type { HashedConfig } from './ports.ts';

/** What an explanation says of the configuration it was made with. */
export function configRefOf({ body, hash, recordId }: HashedConfig): ConfigRef {
  const validDays = body.bands.validDays?.value;
  return { version: body.version, hash, recordId, ...(validDays === undefined ? {} : { validDays }) };
}
