import type { ScoringConfig } from './scoring-config.ts';

/** One value of a configuration, found by its path, with why it is what it is. */
export interface ConfigValue {
  path: string;
  value: number | string | boolean;
  reason: string;
}

/** The values under some paths of a configuration, all when no path is given. */
export function flattenConfig(config: ScoringConfig, ...paths: string[]): ConfigValue[] {
  const all = flatten(config, '');
  if (paths.length === 0) return all;
  return all.filter((each) => paths.some((path) => each.path === path || each.path.startsWith(`${path}.`)));
}

function flatten(node: unknown, path: string): ConfigValue[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('value' in node && 'reason' in node) {
    const { value, reason } = node;
    const isPlain = typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
    return isPlain ? [{ path, value, reason: String(reason) }] : [];
  }
  return Object.entries(node).flatMap(([name, inside]) =>
    flatten(inside, path === '' ? name : `${path}.${name}`),
  );
}
