import { createRecord, deleteRecord } from 'lightning/uiRecordApi';
import CONFIG from '@salesforce/schema/CS_Scoring_Config__c';
import { refusalOf, sendMutation } from 'c/csMutation';
import { changesBetween, formatValue } from 'c/csScoringSettings';
import type { ScoringValue, ScoringValues, ValueChange } from 'c/csScoringSettings';
import { ACTIVATE, ADD_VALUES } from './saveDocuments';
import type { Version } from './csTuneScoringQuery';

/** As long as `CS_Setup_Change__c.CS_What__c` is. */
const WHAT_LENGTH = 32_768;

/** A version to be saved. */
export interface NewVersion {
  /** Names it in every score that is made with it. */
  version: string;
  values: ScoringValues;
  /** Why it is made. */
  reason: string;
  /** The version that is active now, and its values; none in an org that has none. */
  active: { version: Version; values: ScoringValues } | undefined;
  userId: string;
  now: Date;
}

/**
 * Saves a new version and makes it the active one; no version that there is changes, so that every score of the past
 * can be replayed. It is made inactive, then its values, and activated last, in one transaction with the end of the one
 * before: half a save never takes effect.
 *
 * @throws what the org refused; nothing stays of the new version then
 */
export async function saveVersion(draft: NewVersion): Promise<void> {
  const { id } = await createRecord({
    apiName: CONFIG.objectApiName,
    fields: {
      Name: `Version ${draft.version}`,
      CS_Version__c: draft.version,
      CS_Active__c: false,
      CS_Reason__c: draft.reason,
      // Not a value of the table: a new version rolls up as the one before.
      CS_Roll_Up__c: draft.active?.version.rollUp ?? null,
    },
  });
  try {
    await addValues(id, [...draft.values.values()]);
    await activate(id, draft);
  } catch (error) {
    // If that fails too, an inactive version is left, which nothing scores with.
    await deleteRecord(id).catch(() => undefined);
    throw error;
  }
}

async function addValues(configId: string, values: readonly ScoringValue[]): Promise<void> {
  for (let from = 0; from < values.length;) {
    const left = values.length - from;
    const { size, document } = ADD_VALUES.find((each) => each.size <= left) ?? { size: left };
    if (!document) return;
    const inputs = values
      .slice(from, from + size)
      .map((value, index) => [`v${index}`, { CS_Risk_Factor__c: fieldsOf(configId, value) }] as const);
    // One after another: the values of one version lock it.
    // eslint-disable-next-line no-await-in-loop
    await send(document, Object.fromEntries(inputs));
    from += size;
  }
}

async function activate(
  id: string,
  { active, values, reason, version, userId, now }: NewVersion,
): Promise<void> {
  const next = {
    Id: id,
    CS_Scoring_Config__c: {
      CS_Active__c: true,
      CS_Activated_On__c: now.toISOString(),
      CS_Activated_By__c: userId,
    },
  };
  const last = active ? { Id: active.version.id, CS_Scoring_Config__c: { CS_Active__c: false } } : next;
  const changes = changesBetween(active?.values ?? new Map(), values)
    .map(tellChange)
    .join('\n');
  const log = {
    CS_Setup_Change__c: {
      CS_Area__c: 'Scoring',
      CS_Subject__c: `Version ${version}`,
      CS_What__c: changes.slice(0, WHAT_LENGTH),
      CS_Reason__c: reason,
      CS_Record_Id__c: id,
    },
  };
  await send(ACTIVATE, { last, next, log });
}

async function send(
  document: Parameters<typeof sendMutation>[0],
  inputs: Record<string, unknown>,
): Promise<void> {
  const answer = await sendMutation(document, inputs);
  const refusals = Object.keys(inputs).flatMap((alias) => refusalOf(alias, answer) ?? []);
  // The operation at fault gives the reason, the others only say that they were undone.
  const reason = refusals.find((text) => !text.includes('rolled back')) ?? refusals[0];
  if (reason) throw new Error(reason);
}

function fieldsOf(configId: string, { factor, setting, tier, value, reason }: ScoringValue): object {
  return {
    CS_Config__c: configId,
    CS_Factor__c: factor,
    CS_Setting__c: setting,
    CS_Tier__c: tier,
    CS_Value__c: value,
    CS_Rationale__c: reason || null,
  };
}

/** `Weight of Support: 16 % → 20 %`. */
export function tellChange({ label, from, to }: ValueChange): string {
  const tell = (value: ScoringValue | null) => (value ? formatValue(value, value.value) : 'as for all');
  return `${label}: ${tell(from)} → ${tell(to)}`;
}
