import type { IsoDate } from '../domain/dates.ts';
import { isRollingUp, rollUpFamily, type FamilyRisk } from '../domain/roll-up-family.ts';
import type { FamilyScoreRecord, FamilyStore } from './family-ports.ts';
import { shortHash } from './hash.ts';
import type { ScoreHistoryStore } from './query-ports.ts';
import { findDifferences } from './replay-score.ts';

/** What became of rolling a family up again from what was kept. */
export type FamilyReplay =
  | { outcome: 'no-family' }
  | { outcome: 'same'; kept: FamilyScoreRecord; result: FamilyRisk }
  | { outcome: 'differs'; kept: FamilyScoreRecord; result: FamilyRisk; paths: string[] }
  | { outcome: 'incomplete'; missing: string };

/**
 * Rolls a family up again from the accounts and the configuration of the family risk that stood on a day, and compares
 * the outcome with what was kept, bit for bit.
 */
export async function replayFamily(
  orgId: string,
  accountId: string,
  day: IsoDate,
  store: Pick<ScoreHistoryStore, 'findConfig'> & Pick<FamilyStore, 'findFamilyScoreOn'>,
): Promise<FamilyReplay> {
  const kept = await store.findFamilyScoreOn(orgId, accountId, day);
  if (!kept?.result) return { outcome: 'no-family' };
  const { result, inputs, configHash } = kept;
  const config = await store.findConfig(orgId, configHash);
  if (!config || !isRollingUp(config) || shortHash(config) !== configHash)
    return { outcome: 'incomplete', missing: `the configuration ${configHash} as it was` };
  const again = rollUpFamily(inputs, config);
  if (JSON.stringify(again) === JSON.stringify(result)) return { outcome: 'same', kept, result };
  return { outcome: 'differs', kept, result, paths: findDifferences(result, again) };
}
