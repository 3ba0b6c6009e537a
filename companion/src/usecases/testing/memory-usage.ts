import type { PushIntent } from '../ports.ts';
import type { EventRequest, UsageDayCounts, UsageDayRow, UsageIntakeStore } from '../usage-ports.ts';

/** Takes usage in and lets a test look at it; it adds nothing up, which is the database's part. */
export class MemoryUsage implements UsageIntakeStore {
  /** External key or Id → Id. */
  readonly accounts = new Map<string, string>();
  readonly counts: UsageDayCounts[] = [];
  readonly days: UsageDayRow[] = [];
  readonly pushes: PushIntent[] = [];
  readonly totalledDays = new Set<string>();
  readonly #requests = new Map<string, { bodyHash: string; answer: unknown }>();

  findUsageAccounts = async (_orgId: string, names: string[]) =>
    new Map([...this.accounts].filter(([name]) => names.includes(name)));
  findTotalledDays = async () => this.totalledDays;

  async addEvents<Answer>(
    _orgId: string,
    { caller, key, bodyHash }: EventRequest,
    counts: UsageDayCounts[],
    answer: Answer,
  ) {
    const before = this.#requests.get(`${caller} ${key}`);
    if (before) return { isNew: false as const, ...(before as { bodyHash: string; answer: Answer }) };
    this.#requests.set(`${caller} ${key}`, { bodyHash, answer });
    this.counts.push(...counts);
    return { isNew: true as const };
  }

  async replaceDays(_orgId: string, rows: UsageDayRow[]) {
    this.days.push(...rows);
  }

  async keepPushes(_orgId: string, pushes: PushIntent[]) {
    this.pushes.push(...pushes);
  }
}
