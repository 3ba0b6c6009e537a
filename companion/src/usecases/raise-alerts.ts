import { isOpen, type Alert } from '../domain/alerts/alert.ts';
import type { AlertAccount } from '../domain/alerts/alert-account.ts';
import { RISE_WINDOW_DAYS } from '../domain/alerts/alert-account.ts';
import { fingerprintOf, type AlertRule } from '../domain/alerts/alert-rule.ts';
import { chooseRecipient } from '../domain/alerts/choose-recipient.ts';
import { decideAlerts, type AlertDecisions } from '../domain/alerts/decide-alerts.ts';
import { findCauses } from '../domain/alerts/find-causes.ts';
import { planDeliveries } from '../domain/alerts/plan-deliveries.ts';
import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { OpenAlert, RaiseDeps } from './alert-ports.ts';
import { toAlertAccount } from './alert-account-of.ts';
import { toAlertPush } from './alert-push.ts';
import { createPeopleBook, type PeopleBook } from './people-book.ts';

const PAGE_SIZE = 200;

/** When a run looks, and by which cadences. */
export interface RaiseContext {
  asOf: IsoDate;
  /** ISO 8601. */
  at: string;
  config: Pick<ScoringConfig, 'cadenceDays'>;
}

/** What one look at accounts came to. */
export interface RaiseCounts {
  raised: number;
  resolved: number;
  /** What is wrong with rules that could not be applied. */
  problems: string[];
}

/**
 * Applies every active rule to the accounts as they were last read: to all of them on a new day, or for a new rule, else
 * to those that were read since the last look. A page of accounts is decided on and kept as a whole,
 * with the writes and messages that come of it, so that a crash neither loses an alert nor raises it twice.
 */
export async function raiseAlerts(
  orgId: string,
  { reader, store }: RaiseDeps,
  context: RaiseContext,
): Promise<RaiseCounts> {
  const { asOf, at } = context;
  const { rules, problems } = await reader.readAlertRules();
  const counts: RaiseCounts = { raised: 0, resolved: 0, problems };
  await store.endOrphans(orgId, at);
  const { rules: seen, hasNews, on } = await store.lastLook(orgId);
  const isNew = (rule: AlertRule) => seen.get(rule.ruleId) !== fingerprintOf(rule);
  // With the rules and the accounts as they were, all is as it was.
  if (!hasNews && seen.size === rules.length && !rules.some(isNew)) return counts;
  const newIds = rules.filter(({ ruleId }) => !seen.has(ruleId)).map(({ ruleId }) => ruleId);
  // A database that was lost knows of no alert: what stands open in the org goes on.
  const open = newIds.length === 0 ? [] : await reader.readOpenAlerts(newIds);
  // A new rule looks at every account, and so does a new day; else only what was read since may have become otherwise.
  const all = on !== asOf || rules.some(isNew);
  const customersOf = await openCustomers(rules, reader, asOf, all);
  const book = createPeopleBook(reader);

  for (let last = ''; rules.length > 0;) {
    const which = { all, beforeDay: addDays(asOf, -RISE_WINDOW_DAYS) };
    const page = await store.pageAlertAccounts(orgId, which, last, PAGE_SIZE);
    if (page.length === 0) break;
    last = page.at(-1)!.accountId;
    const ids = page.map(({ accountId }) => accountId);
    const kept = await store.loadAlerts(orgId, ids, asOf);
    const takenOver = takeOver(open, { rules, accountIds: ids, known: kept });
    const knownOf = Map.groupBy([...kept, ...takenOver], ({ accountId, ruleId }) => `${accountId}:${ruleId}`);
    const customers = await customersOf(ids);
    const accounts = page.map((account) => toAlertAccount(account, customers.get(account.accountId)));
    const decided = accounts.flatMap((account) =>
      rules.map((rule) => ({
        account,
        ...decideAlerts({
          rule,
          account,
          causes: findCauses(rule, account, context),
          known: knownOf.get(`${account.accountId}:${rule.ruleId}`) ?? [],
          now: at,
          isNew: isNew(rule),
        }),
      })),
    );
    const raised = await address(decided, reader, book);
    const ended = decided.flatMap((each) => each.ended);
    const resolved = ended.filter(({ resolvedOn }) => resolvedOn === at);
    const changed = [...raised, ...decided.flatMap((each) => each.noted), ...ended];
    const changedKeys = new Set(changed.map(({ key }) => key));
    await store.keepAlerts(
      orgId,
      {
        of: 'causes',
        alerts: [...takenOver.filter(({ key }) => !changedKeys.has(key)), ...changed],
        deliveries: raised.flatMap((alert) => deliveriesOf(alert, book, at)),
        pushes: [...raised, ...resolved].map(toAlertPush),
      },
      at,
    );
    counts.raised += raised.length;
    counts.resolved += resolved.length;
  }
  await store.keepLook(orgId, new Map(rules.map((rule) => [rule.ruleId, fingerprintOf(rule)])), at);
  return counts;
}

/** Amounts of a year ago are asked of the org: only for a rule that looks at them, and at once where all are wanted. */
async function openCustomers(
  rules: readonly AlertRule[],
  reader: RaiseDeps['reader'],
  asOf: IsoDate,
  all: boolean,
): Promise<(accountIds: string[]) => Promise<Map<string, CustomerOnDay>>> {
  const none = new Map<string, CustomerOnDay>();
  if (!rules.some(({ type }) => type === 'Signals Disagree')) return () => Promise.resolve(none);
  const days = await reader.snapshotDays();
  const read = async (accountIds: string[] | null) => {
    const customers = await reader.readCustomers(asOf, days, accountIds);
    return new Map(customers.map((customer) => [customer.accountId, customer]));
  };
  if (!all) return read;
  const everyone = await read(null);
  return () => Promise.resolve(everyone);
}

/** Open alerts of the org, on these accounts, that the database does not know. */
function takeOver(
  open: readonly OpenAlert[],
  { rules, accountIds, known }: { rules: readonly AlertRule[]; accountIds: string[]; known: Alert[] },
): Alert[] {
  const keys = new Set(known.map(({ key }) => key));
  const wanted = new Set(accountIds);
  const unknown = open.filter(({ key, accountId }) => wanted.has(accountId) && !keys.has(key));
  return unknown.flatMap((alert): Alert[] => {
    const rule = rules.find(({ ruleId }) => ruleId === alert.ruleId);
    if (!rule) return [];
    const { type, severity } = rule;
    const none = { records: [], goneSince: null, escalatedOn: null, escalatedTo: null };
    const standing = { lasting: true, baseline: true, resolvedOn: null, resolution: null };
    return [{ ...alert, ...none, ...standing, type, severity, rule }];
  });
}

/** The raised alerts, each with the one who is to be told. */
async function address(
  decided: readonly (AlertDecisions & { account: AlertAccount })[],
  reader: RaiseDeps['reader'],
  book: PeopleBook,
): Promise<Alert[]> {
  const pairs = decided.flatMap(({ account, raised }) => raised.map((alert) => ({ account, alert })));
  if (pairs.length === 0) return [];
  const ofRecords = pairs
    .filter(({ account, alert }) => alert.rule.recipient === 'Owner' && alert.recordId !== account.accountId)
    .map(({ alert }) => alert.recordId);
  const owners = ofRecords.length === 0 ? new Map() : await reader.readRecordOwners(ofRecords);
  await book.load([
    ...pairs.flatMap(({ account }) => [account.csmId, account.ownerId]),
    ...(owners.values() as Iterable<string>),
  ]);
  return pairs.map(({ account, alert }) => {
    const ownerId = (owners.get(alert.recordId) as string | undefined) ?? null;
    return { ...alert, recipientId: chooseRecipient(alert.rule.recipient, account, ownerId, book.people) };
  });
}

function deliveriesOf(alert: Alert, { people }: PeopleBook, at: string) {
  const person = alert.recipientId === null ? undefined : people.get(alert.recipientId);
  return person && isOpen(alert) ? planDeliveries(alert, 'raised', person, at) : [];
}
