import type { IsoDate } from '../../domain/dates.ts';
import { addDays } from '../../domain/dates.ts';
import { buildPerson, CSM_ID, MANAGER_ID } from '../../domain/testing/build-alert.ts';
import { STARTER_CONFIG } from '../../domain/starter-config.ts';
import type { AccountForAlerts, AlertStore, DeliveryStore } from '../alert-ports.ts';
import type { PushStore } from '../ports.ts';
import { raiseAlerts } from '../raise-alerts.ts';
import { tendAlerts } from '../tend-alerts.ts';
import { accountOn, MONTH_RULES, type Planted } from './planted-month.ts';
import { MemoryAlertOrg } from './memory-alert-org.ts';
import { ORG } from './setup.ts';

/** Thrown where a process would have died. */
class Crash extends Error {}

const SENDS: ReadonlySet<string> = new Set(['sendBell', 'sendEmail']);

/** What a month is simulated over. */
export interface MonthStores {
  alerts: AlertStore & DeliveryStore;
  push: PushStore;
  putAccounts(accounts: AccountForAlerts[], asOf: IsoDate, at: string): Promise<void>;
}

export interface Month {
  start: IsoDate;
  days: number;
  accounts: number;
  planted: readonly Planted[];
  /** Where the process dies: just before a call or just after it, such as `sendBell 2 after`. */
  crashes: ReadonlySet<string>;
  /** Hours between looks at the accounts. */
  every: number;
}

/** What came of a month. */
export interface MonthOutcome {
  org: MemoryAlertOrg;
  steps: number;
  /** How many messages were cut off between the intent and the sending: these are given up. */
  lost: number;
}

/**
 * Runs a month hour by hour: a look at all accounts every few hours, and work on alerts every hour, with the process
 * dying at the given steps and starting again at the next hour.
 */
export async function simulateMonth(month: Month, makeStores: () => MonthStores): Promise<MonthOutcome> {
  const time = { now: `${month.start}T00:00:00.000Z` };
  const stores = makeStores();
  const org = new MemoryAlertOrg(() => time.now);
  org.rules.push(...MONTH_RULES);
  org.people.set(CSM_ID, buildPerson());
  org.people.set(MANAGER_ID, buildPerson({ userId: MANAGER_ID, managerId: null, name: 'Helen' }));
  const count = { steps: 0, lost: 0 };
  const calls = new Map<string, number>();

  /** The same port, dying before or after some of its calls. */
  const fragile = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          const call = (calls.get(String(name)) ?? 0) + 1;
          calls.set(String(name), call);
          count.steps += 2;
          const dieIf = (when: 'before' | 'after', loses: boolean) => {
            if (!month.crashes.has(`${String(name)} ${call} ${when}`)) return;
            if (loses) count.lost += 1;
            throw new Crash();
          };
          dieIf('before', SENDS.has(String(name)));
          const result = await (method as (...all: unknown[]) => unknown).apply(target, args);
          dieIf('after', name === 'takeDeliveries');
          return result;
        };
      },
    });
  const shaky = { org: fragile(org), alerts: fragile(stores.alerts), push: fragile(stores.push) };
  const alerts = {
    reader: shaky.org,
    store: shaky.alerts,
    sender: shaky.org,
    limits: { bellsPerHour: 1000, emailsPerDay: 1000 },
  };
  const push = { reader: shaky.org, writer: shaky.org, store: shaky.push, clock: () => new Date(time.now) };

  for (let hour = 0; hour < month.days * 24; hour += 1) {
    const day = Math.floor(hour / 24);
    const asOf = addDays(month.start, day);
    time.now = `${asOf}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`;
    try {
      if (hour % month.every === 0) {
        const accounts = Array.from({ length: month.accounts }, (_, account) =>
          accountOn(account, month.planted, { start: month.start, day }),
        );
        await stores.putAccounts(accounts, asOf, time.now);
        await raiseAlerts(ORG.orgId, alerts, { asOf, at: time.now, config: STARTER_CONFIG });
      }
      await tendAlerts(ORG, alerts, push);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  return { org, ...count };
}
