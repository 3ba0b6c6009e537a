import { fromShown, keyOf } from 'c/csScoringSettings';
import type { ScoringValue, ScoringValues, Setting } from 'c/csScoringSettings';

/** A draft with one value set; the value of the base comes back with its reason. Blank takes it back. */
export function withValue(
  draft: ScoringValues,
  base: ScoringValues,
  setting: Setting,
  tier: string | null,
  shown: number | null,
): ScoringValues {
  const key = keyOf(setting.factor, setting.setting, tier);
  const before = base.get(key);
  const changed = new Map(draft);
  if (shown === null) return restore(changed, key, tier === null ? before : undefined);
  const value = fromShown(shown, setting.unit);
  if (before?.value === value) return restore(changed, key, before);
  const reason = draft.get(key)?.value === before?.value ? '' : (draft.get(key)?.reason ?? '');
  return changed.set(key, { factor: setting.factor, setting: setting.setting, tier, value, reason });
}

/** A draft with the reason of one value. */
export function withReason(draft: ScoringValues, key: string, reason: string): ScoringValues {
  const value = draft.get(key);
  return value ? new Map(draft).set(key, { ...value, reason }) : draft;
}

/** A draft in which one value is as in the base again. */
export function withBase(draft: ScoringValues, base: ScoringValues, key: string): ScoringValues {
  return restore(new Map(draft), key, base.get(key));
}

/** The values to save: one that changed without a reason of its own has that of the whole change. */
export function withReasons(draft: ScoringValues, base: ScoringValues, reason: string): ScoringValues {
  return new Map(
    [...draft].map(([key, value]) => [
      key,
      value.reason === '' && base.get(key)?.value !== value.value ? { ...value, reason } : value,
    ]),
  );
}

/** The draft as the companion reads a proposal. The order is always the same, so that equal drafts give equal text. */
export function toProposal(draft: ScoringValues): string {
  const values = [...draft.keys()]
    .sort()
    .flatMap((key) => draft.get(key) ?? [])
    .map(({ factor, setting, tier, value }) => ({ factor, setting, tier, value }));
  return JSON.stringify({ v: 1, values });
}

/** How the next version is called, unlike any that there is. */
export function nextVersion(known: readonly string[], count: number): string {
  let number = count + 1;
  while (known.includes(`v${number}`)) number += 1;
  return `v${number}`;
}

function restore(
  values: Map<string, ScoringValue>,
  key: string,
  value: ScoringValue | undefined,
): ScoringValues {
  if (value) values.set(key, value);
  else values.delete(key);
  return values;
}
