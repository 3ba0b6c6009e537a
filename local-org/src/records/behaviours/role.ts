import type { SaveContext } from './behaviour.ts';

/** A role without a developer name gets one from its label. */
export function saveUserRole({ row }: SaveContext): void {
  row.DeveloperName ??= row.Name == null ? null : String(row.Name).replace(/[^A-Za-z0-9]+/g, '_');
}
