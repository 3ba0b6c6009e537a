import type { ScoringConfig } from '../../domain/scoring-config.ts';
import type { AlertQueryStore } from '../alert-ports.ts';
import type { JobRun, ScoreRecord } from '../ports.ts';
import type {
  AccountFilter,
  AccountQueryStore,
  ApiKey,
  ApiKeyStore,
  FeedItem,
  FeedStore,
  KeptScore,
  PageEnd,
  ScoreHistoryStore,
} from '../query-ports.ts';
import { MemoryAlerts } from './memory-alerts.ts';
import type { MemoryStore } from './memory-store.ts';
import { ORG } from './setup.ts';

/** What is asked of the stores, answered from what a MemoryStore keeps, for one org. */
export class MemoryQueries
  implements AccountQueryStore, AlertQueryStore, ApiKeyStore, FeedStore, ScoreHistoryStore
{
  readonly kept: MemoryStore;
  readonly configs = new Map<string, ScoringConfig>();
  readonly keys: (ApiKey & { hash: string })[] = [];
  readonly runs: JobRun[] = [];
  readonly alerts = new MemoryAlerts(async () => undefined);

  pageAlerts: AlertQueryStore['pageAlerts'] = (...asked) => this.alerts.pageAlerts(...asked);
  findAlert: AlertQueryStore['findAlert'] = (...asked) => this.alerts.findAlert(...asked);
  deliveriesOf: AlertQueryStore['deliveriesOf'] = (...asked) => this.alerts.deliveriesOf(...asked);
  alertTotals: AlertQueryStore['alertTotals'] = (...asked) => this.alerts.alertTotals(...asked);

  constructor(kept: MemoryStore) {
    this.kept = kept;
  }

  findFamilyScoreOn = (orgId: string, accountId: string, day: string) =>
    this.kept.findFamilyScoreOn(orgId, accountId, day);
  loadAccounts = async (orgId: string, ids: string[]) => this.kept.loadAccounts(orgId, ids);
  orgs = async () => [ORG];

  findAccounts = async (_orgId: string, idOrName: string) =>
    [...this.kept.accounts.values()].filter(
      ({ accountId, name }) =>
        accountId === idOrName || accountId.slice(0, 15) === idOrName || name === idOrName,
    );

  pageAccounts = async (_orgId: string, { band }: AccountFilter, afterId: string, limit: number) =>
    [...this.kept.accounts.values()]
      .filter(
        ({ accountId, lastScore }) => accountId > afterId && (band === null || lastScore?.band === band),
      )
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
      .slice(0, limit);

  namesOf = async (_orgId: string, ids: string[]) =>
    new Map(ids.flatMap((id) => this.#nameOf(id)).map(({ accountId, name }) => [accountId, name]));

  #nameOf(id: string) {
    const account = this.kept.accounts.get(id);
    return account ? [account] : [];
  }

  pageRuns = async (_orgId: string, after: PageEnd | null, limit: number) =>
    this.runs
      .filter(
        ({ scheduledAt, id }) => after === null || `${scheduledAt} ${id}` < `${after.value} ${after.id}`,
      )
      .slice(0, limit);

  #scoresOf(accountId: string): KeptScore[] {
    const number = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return this.kept.scores
      .map((score: ScoreRecord, index) => ({ ...score, id: number(index) }))
      .filter((score) => score.accountId === accountId)
      .reverse();
  }

  pageFeed = async (
    _orgId: string,
    accountId: string,
    { until, after, limit }: { until: string; after: PageEnd | null; limit: number },
  ) => {
    const touches = (this.kept.accounts.get(accountId)?.signals.activities ?? [])
      .filter(({ kind }) => kind !== 'open')
      .map(({ object, id, label, on }): FeedItem => ({
        id: `touchpoint:${id}`,
        kind: 'touchpoint',
        at: `${on}T00:00:00.000Z`,
        title: label,
        detail: null,
        record: { object, id },
      }));
    const scores = this.#scoresOf(accountId).map(({ id, scoredAt, result }): FeedItem => ({
      id: `score:${id}`,
      kind: 'score',
      at: scoredAt,
      title: `Risk ${result.score}, ${result.band}`,
      detail: null,
      record: null,
    }));
    const place = ({ at, id }: FeedItem) => `${at} ${id}`;
    return [...touches, ...scores]
      .filter((item) => item.at <= until && (after === null || place(item) < `${after.value} ${after.id}`))
      .sort((a, b) => (place(a) > place(b) ? -1 : 1))
      .slice(0, limit);
  };

  findScoreOn = async (_orgId: string, accountId: string, day: string) =>
    this.#scoresOf(accountId).find(({ asOf }) => asOf <= day) ?? null;
  findConfig = async (_orgId: string, hash: string) => this.configs.get(hash) ?? null;

  pageScores = async (_orgId: string, accountId: string, after: PageEnd | null, limit: number) =>
    this.#scoresOf(accountId)
      .filter(({ scoredAt, id }) => after === null || `${scoredAt} ${id}` < `${after.value} ${after.id}`)
      .slice(0, limit);

  findScoresBetween = async (_orgId: string, asked: { accountId: string; from: string; to: string }[]) =>
    new Map(
      asked.flatMap(({ accountId, from, to }) => {
        const score = this.#scoresOf(accountId).find(({ asOf }) => asOf >= from && asOf <= to);
        return score ? [[accountId, { asOf: score.asOf, inputs: score.inputs }] as const] : [];
      }),
    );

  findStandings = async (_orgId: string, from: string, to: string) =>
    [...this.kept.accounts.keys()].flatMap((accountId) => {
      const score = this.#scoresOf(accountId).find(({ asOf }) => asOf >= from && asOf <= to);
      if (!score) return [];
      const { score: riskScore, band: riskBand, health } = score.result;
      return [{ accountId, riskScore, riskBand, health: health.value }];
    });

  readonly orgOfKeys = new Map<string, string>();
  orgOfKey = async (hash: string) => this.orgOfKeys.get(hash) ?? null;

  async createKey(orgId: string, about: Omit<ApiKey, 'id' | 'lastUsedAt' | 'revokedAt'>, hash: string) {
    const key = { ...about, id: `key-${this.keys.length + 1}`, hash, lastUsedAt: null, revokedAt: null };
    this.keys.push(key);
    this.orgOfKeys.set(hash, orgId);
    return key;
  }

  listKeys = async () => this.keys;

  async revokeKey(_orgId: string, id: string, at: string) {
    const key = this.keys.find((each) => each.id === id && each.revokedAt === null);
    if (key) key.revokedAt = at;
    return key !== undefined;
  }

  findKey = async (_orgId: string, hash: string) => this.keys.find((key) => key.hash === hash) ?? null;

  async markKeyUsed(id: string, at: string) {
    const key = this.keys.find((each) => each.id === id);
    if (key) key.lastUsedAt = at;
  }
}
