import { SETTING_GROUPS } from './settingsTable';
import type { Setting } from './settingsTable';

/** One value of a configuration. `tier` is null for every tier without a value of its own. */
export interface ScoringValue {
  factor: string;
  setting: string;
  tier: string | null;
  value: number;
  reason: string;
}

/** The values of a configuration by `keyOf`. */
export type ScoringValues = ReadonlyMap<string, ScoringValue>;

const ALL = SETTING_GROUPS.flatMap(({ settings }) => settings);

/** What tells one value from another. */
export function keyOf(factor: string, setting: string, tier: string | null): string {
  return `${factor}|${setting}|${tier ?? ''}`;
}

/** Values by their keys. */
export function toValues(list: readonly ScoringValue[]): ScoringValues {
  return new Map(list.map((value) => [keyOf(value.factor, value.setting, value.tier), value]));
}

/** What may be set of a factor; undefined where the page knows of no such setting. */
export function settingOf(factor: string, name: string): Setting | undefined {
  return ALL.find(({ factor: of, setting }) => of === factor && setting === name);
}

/** The value that holds for a tier: its own, else that for all; undefined where it is as Tenure ships it. */
export function valueFor(
  values: ScoringValues,
  { factor, setting }: Pick<Setting, 'factor' | 'setting'>,
  tier: string | null,
): ScoringValue | undefined {
  return values.get(keyOf(factor, setting, tier)) ?? values.get(keyOf(factor, setting, null));
}

/** One value that differs between two configurations; null where one of them leaves it as it is for all. */
export interface ValueChange {
  key: string;
  label: string;
  from: ScoringValue | null;
  to: ScoringValue | null;
}

/** Where two configurations differ in what they do; another reason alone is no difference. */
export function changesBetween(before: ScoringValues, after: ScoringValues): ValueChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
    const known = to ?? from;
    if (!known || from?.value === to?.value) return [];
    return [{ key, label: labelOf(known), from, to }];
  });
}

/** `Support: weight`, `Cadence for Scale`. */
export function labelOf({
  factor,
  setting,
  tier,
}: Pick<ScoringValue, 'factor' | 'setting' | 'tier'>): string {
  const known = settingOf(factor, setting);
  const name = setting === 'weight' ? `Weight of ${factor}` : `${factor}: ${known?.label ?? setting}`;
  return tier === null ? name : `${name}, ${tier}`;
}

/** A value as it is read: `22 %`, `30 days`, `12 points`. */
export function formatValue({ factor, setting }: Pick<Setting, 'factor' | 'setting'>, value: number): string {
  const unit = settingOf(factor, setting)?.unit ?? 'points';
  if (unit === 'share') return `${toShown(value, unit)} %`;
  return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

/** A value in the unit of its input: a share in percent. */
export function toShown(value: number, unit: Setting['unit']): number {
  return unit === 'share' ? Math.round(value * 10_000) / 100 : value;
}

/** What was typed into an input, as it is kept: four digits behind the point at most, as the org does. */
export function fromShown(shown: number, unit: Setting['unit']): number {
  return Math.round((unit === 'share' ? shown / 100 : shown) * 10_000) / 10_000;
}
