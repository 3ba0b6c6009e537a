import type { Reasoned, ScoringConfig } from './scoring-config.ts';

/** The configuration as it holds for accounts of a tier: the values of that tier in place of the general ones. */
export function configOfTier(config: ScoringConfig, tier: string | null): ScoringConfig {
  const own = tier === null ? undefined : config.tiers?.[tier];
  if (!own) return config;
  const { tiers: _, ...general } = config;
  return Object.entries(own).reduce<ScoringConfig>(
    (changed, [path, value]) => withSetting(changed, path, value),
    general,
  );
}

/** A copy of a configuration with one value set; `path` is such as `support.casePoints.high`. */
export function withSetting(config: ScoringConfig, path: string, value: Reasoned<number>): ScoringConfig {
  return setAt(config, path.split('.'), value) as ScoringConfig;
}

/** The value at a path; undefined where there is none. */
export function settingAt(config: ScoringConfig, path: string): Reasoned<number> | undefined {
  let node: unknown = config;
  for (const key of path.split('.')) node = (node as Record<string, unknown> | undefined)?.[key];
  return node as Reasoned<number> | undefined;
}

function setAt(node: object, [key, ...rest]: string[], value: Reasoned<number>): object {
  if (key === undefined) return value;
  const inner = (node as Record<string, object>)[key] ?? {};
  return { ...node, [key]: setAt(inner, rest, value) };
}
