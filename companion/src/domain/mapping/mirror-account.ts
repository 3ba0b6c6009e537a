import type { AccountFacts } from '../account-changes.ts';
import type { FieldValues } from '../account-fields.ts';
import type { IsoDate } from '../dates.ts';
import type { AccountSignals } from '../signals.ts';
import { convertValue } from './convert-value.ts';
import type { OwnValues, ReadyMapping } from './field-mapping.ts';
import { targetOf, type TargetName } from './mapping-targets.ts';

/** What of an account follows the org's own fields. */
export interface Mirrored {
  /** What the fields of Tenure should hold. Health is not among them: it is written with the score. */
  fields: FieldValues;
  /** Why own values could not be read: there the account keeps what it has. */
  problems: Partial<Record<TargetName, string>>;
}

/** What is known of an account before and after the own fields are looked at. */
export interface MirroredAccount {
  signals: AccountSignals;
  facts: AccountFacts;
  mirrored: Mirrored;
}

/**
 * Puts the org's own values in the place of those that the fields of Tenure hold, so that the same run scores by them
 * and writes them. `known` is the health that was read before, by which a value is dated that did not change.
 */
export function mirrorAccount(
  { signals, facts, own }: { signals: AccountSignals; facts: AccountFacts; own: OwnValues },
  mappings: readonly ReadyMapping[],
  { known, today }: { known: AccountSignals['enteredHealth']; today: IsoDate },
): MirroredAccount {
  const mirrored: Mirrored = { fields: {}, problems: {} };
  const now = { signals: { ...signals }, facts: { ...facts } };
  for (const mapping of mappings) {
    const { target, source } = mapping;
    const given = own[target] ?? { value: null, name: null };
    const converted = convertValue(given, mapping);
    if (!converted.ok) {
      mirrored.problems[target] = converted.problem;
      if (target === 'Health') now.signals.enteredHealth = known?.source === undefined ? null : known;
      continue;
    }
    const { value } = converted;
    if (target === 'Health') {
      const isKnown = known?.source === source && known.value === value;
      const fresh = typeof value === 'number' ? { value, on: today, source } : null;
      now.signals.enteredHealth = isKnown ? known : fresh;
      continue;
    }
    mirrored.fields[targetOf(target).field] = value;
    const text = value === null ? null : String(value);
    if (target === 'Renewal Date') now.signals.renewalDate = now.facts.renewalDate = text;
    if (target === 'Tier') now.signals.tier = now.facts.tier = text;
    if (target === 'Status') now.facts.status = text;
    if (target === 'CSM') now.facts.csm = text === null ? null : { id: text, name: given.name ?? text };
  }
  return { ...now, mirrored };
}
