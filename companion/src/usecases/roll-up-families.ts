import type { FieldValues } from '../domain/account-fields.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import type { Family } from '../domain/family.ts';
import { deriveFamilyFields, NO_FAMILY_FIELDS, tellTheSame } from '../domain/family-fields.ts';
import { isRollingUp, rollUpFamily, type RollingConfig } from '../domain/roll-up-family.ts';
import { STARTER_VALID_DAYS } from '../domain/validity.ts';
import type { FamilyScoreRecord, FamilyStore } from './family-ports.ts';
import type { StoredAccount, SyncStore } from './ports.ts';
import { keepScored, type BatchContext } from './score-batch.ts';

const BATCH_SIZE = 200;

/**
 * Rolls up the families in which something changed: those of one account if given, else all since the last look. What
 * an account should show of its family is kept with it and written along with its own fields, so that of two writes
 * that wait for one account the later says all that the earlier said. Without a roll-up, what was shown is taken back.
 *
 * @returns the accounts that have something new to show of their family
 */
export async function rollUpFamilies(
  store: SyncStore & FamilyStore,
  context: BatchContext,
  only: { accountId?: string } = {},
): Promise<string[]> {
  const { orgId, config, at } = context;
  const rolling = isRollingUp(config.body) ? config.body : null;
  const ids = await findFamilies(rolling !== null, store, context, only.accountId);
  const shown: string[] = [];
  for (let start = 0; start < ids.length; start += BATCH_SIZE)
    shown.push(...(await rollUpBatch(ids.slice(start, start + BATCH_SIZE), rolling, store, context)));
  if (rolling && only.accountId === undefined) await store.markFamilies(orgId, at);
  return shown;
}

async function findFamilies(
  isRolling: boolean,
  store: FamilyStore,
  { orgId, at }: BatchContext,
  accountId: string | undefined,
): Promise<string[]> {
  if (accountId !== undefined) return isRolling ? store.findFamiliesOf(orgId, accountId) : [];
  return isRolling ? store.findChangedFamilies(orgId, at) : store.findToldFamilies(orgId);
}

async function rollUpBatch(
  ids: string[],
  rolling: RollingConfig | null,
  store: SyncStore & FamilyStore,
  context: BatchContext,
): Promise<string[]> {
  const { orgId } = context;
  const [accounts, families, told] = await Promise.all([
    store.loadAccounts(orgId, ids),
    rolling ? store.loadFamilies(orgId, ids) : [],
    store.latestFamilyScores(orgId, ids),
  ]);
  const decided = accounts.map((account) => {
    const family = families.find(({ accountId }) => accountId === account.accountId) ?? null;
    const before = told.find(({ accountId }) => accountId === account.accountId) ?? null;
    return { account, ...decideFamily(account, family, before, rolling, context) };
  });
  const showing = decided.filter(({ fields }) => fields !== null);
  const before = new Map(showing.map(({ account }) => [account.accountId, account]));
  const changed = showing.map(({ account, fields }) => ({ ...account, family: fields }));
  const records = decided.flatMap(({ record }) => record ?? []);
  await keepScored(changed, before, store, context, records);
  return showing.map(({ account }) => account.accountId);
}

/** What is new of a family: `fields` to show, and a `record` to keep. Either is null when there is nothing new. */
function decideFamily(
  account: StoredAccount,
  family: Family | null,
  before: FamilyScoreRecord | null,
  rolling: RollingConfig | null,
  { asOf, at, config }: BatchContext,
): { fields: FieldValues | null; record: FamilyScoreRecord | null } {
  const result = family && rolling ? rollUpFamily(family, rolling) : null;
  const shown = account.family ?? NO_FAMILY_FIELDS;
  const wanted = result ? deriveFamilyFields(result, asOf) : NO_FAMILY_FIELDS;
  const validDays = config.body.bands.validDays?.value ?? STARTER_VALID_DAYS;
  const isNews = !tellTheSame(wanted, shown) || (result !== null && runsOut(shown, asOf, validDays));
  const isSame = canonicalJson(before?.result ?? null) === canonicalJson(result);
  const inputs = family ?? before?.inputs;
  const made = { accountId: account.accountId, asOf, scoredAt: at, configHash: config.hash };
  return { fields: isNews ? wanted : null, record: isSame || !inputs ? null : { ...made, inputs, result } };
}

/** The day is only written anew with something else, or when what is shown would be taken for out of date. */
function runsOut({ CS_Family_As_Of__c: shown }: FieldValues, asOf: IsoDate, validDays: number): boolean {
  return typeof shown === 'string' && daysBetween(shown, asOf) >= validDays;
}
