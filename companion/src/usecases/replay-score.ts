import type { IsoDate } from '../domain/dates.ts';
import { explain, type Explanation } from '../domain/explanation.ts';
import { readHealthTrend } from '../domain/health-trend.ts';
import { scoreRisk } from '../domain/score-risk.ts';
import { configOfTier } from '../domain/tier-config.ts';
import { configRefOf } from './config-ref.ts';
import { shortHash } from './hash.ts';
import type { KeptScore, ScoreHistoryStore } from './query-ports.ts';

/** What became of scoring again from what was kept. */
export type Replay =
  | { outcome: 'same'; kept: KeptScore }
  | { outcome: 'differs'; kept: KeptScore; again: Explanation; paths: string[] }
  | { outcome: 'no-score' }
  | { outcome: 'incomplete'; kept: KeptScore; missing: string };

/**
 * Scores an account again from the inputs and the configuration of the score that stood on a day, and compares the
 * outcome with what was kept, bit for bit.
 */
export async function replayScore(
  orgId: string,
  accountId: string,
  day: IsoDate,
  store: ScoreHistoryStore,
): Promise<Replay> {
  const kept = await store.findScoreOn(orgId, accountId, day);
  if (!kept) return { outcome: 'no-score' };
  const { inputs, result, configHash, asOf, scoredAt } = kept;
  if (!isObject(inputs)) return { outcome: 'incomplete', kept, missing: 'the inputs of the score' };
  const config = await store.findConfig(orgId, configHash);
  if (!config) return { outcome: 'incomplete', kept, missing: `the configuration ${configHash}` };
  const hash = shortHash(config);
  if (hash !== configHash) {
    const missing = `the configuration ${configHash} as it was: what is kept under that hash has become ${hash}`;
    return { outcome: 'incomplete', kept, missing };
  }
  const risk = scoreRisk(inputs, config, asOf);
  const trend = readHealthTrend(inputs, risk.health, configOfTier(config, inputs.tier), asOf);
  const made = configRefOf({ body: config, hash, recordId: result.config.recordId });
  const again: Explanation = {
    ...explain(risk, trend, inputs, { scoredAt, asOf }, made, null),
    // They tell of the step from the score before, which has inputs of its own.
    previous: result.previous,
    changes: result.changes,
  };
  if (JSON.stringify(again) === JSON.stringify(result)) return { outcome: 'same', kept };
  return { outcome: 'differs', kept, again, paths: findDifferences(result, again) };
}

/** Where two values differ, as paths such as `contributions.0.points`. */
export function findDifferences(a: unknown, b: unknown, path = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isObject(a) || !isObject(b)) return [path || 'the whole'];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const inside = names.flatMap((name) => findDifferences(a[name], b[name], path ? `${path}.${name}` : name));
  return inside.length > 0 ? inside : [`${path || 'the whole'} (order of its keys)`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
