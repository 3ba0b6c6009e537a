import { createEffectSum, type ConfigEffect } from '../domain/config-effect.ts';
import type { IsoDate } from '../domain/dates.ts';
import { explainOverride } from '../domain/override.ts';
import { scoreRisk } from '../domain/score-risk.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { StoredAccount, SyncStore } from './ports.ts';
import { findPreviousBand } from './previous-band.ts';

const BATCH_SIZE = 200;
/** Accounts listed by name: as many as a person looks through, and well within the field that they are sent in. */
export const LISTED_MOVES = 200;

/** What a proposed configuration would do, as of a day. */
export interface ConfigPreview extends ConfigEffect {
  asOf: IsoDate;
}

/**
 * Scores every account under another configuration, from what was last read of it, and compares the outcome with its
 * last score. Nothing is kept or written. `preview-config.test.ts` shows that making it the active one does just this.
 */
export async function previewConfig(
  orgId: string,
  config: ScoringConfig,
  asOf: IsoDate,
  store: Pick<SyncStore, 'findUnscored' | 'loadAccounts'>,
): Promise<ConfigPreview> {
  const sum = createEffectSum();
  // No score was made with a configuration of this hash: every account is found.
  const everyAccount = { asOf, configHash: '' };
  for (let last = ''; ;) {
    const ids = await store.findUnscored(orgId, everyAccount, last, BATCH_SIZE);
    last = ids.at(-1) ?? '';
    if (ids.length === 0) return { asOf, ...sum.total(LISTED_MOVES) };
    for (const account of await store.loadAccounts(orgId, ids)) {
      const { accountId, name, lastScore } = account;
      const before = lastScore ?? { score: null, band: null, contributions: [] };
      sum.add({ accountId, name, before, after: scoreUnder(account, config, asOf) });
    }
  }
}

function scoreUnder(account: StoredAccount, config: ScoringConfig, asOf: IsoDate) {
  const inputs: AccountSignals = { ...account.signals, previousBand: findPreviousBand(account, asOf) };
  const { score, band, contributions } = scoreRisk(inputs, config, asOf);
  return { score, contributions, band: explainOverride(inputs, band, asOf)?.band ?? band };
}
