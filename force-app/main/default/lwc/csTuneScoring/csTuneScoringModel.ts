import {
  CADENCE_GROUPS,
  changesBetween,
  formatValue,
  keyOf,
  SETTING_GROUPS,
  sumOfWeights,
  TIERS,
  toShown,
  valueFor,
} from 'c/csScoringSettings';
import type { ScoringValues, Setting, SettingGroup, ValueChange } from 'c/csScoringSettings';
import type { GroupView, RowView } from 'c/csTuneScoringTable';
import type { HistoryRow } from 'c/csTuneScoringHistory';
import type { Version } from './csTuneScoringQuery';
import { tellChange } from './saveVersion';

const UNITS = { share: '%', points: 'points', days: 'days', cadences: 'cadences', spreads: 'spreads' };
/** Stands for no tier: a choice needs a value. */
export const ALL_TIERS = 'all';

/** The choice of whom values are for. */
export const TIER_OPTIONS = [
  { label: 'All tiers', value: ALL_TIERS },
  ...TIERS.map((tier) => ({ label: tier, value: tier })),
];

/** What is shown of a configuration that is being changed. */
export interface Tuned {
  draft: ScoringValues;
  base: ScoringValues;
  /** Empty for all tiers. */
  tier: string;
  open: ReadonlySet<string>;
}

/** The groups of a subject of the page, with their rows. */
export function groupViews(subject: string, tuned: Tuned): GroupView[] {
  const isCadence = subject === 'cadence';
  return SETTING_GROUPS.filter(({ key }) => CADENCE_GROUPS.includes(key) === isCadence).map((group) => ({
    ...{ key: group.key, title: group.title, about: group.about },
    isOpen: isCadence || tuned.open.has(group.key),
    canClose: !isCadence,
    changed: countChanged(group, tuned),
    ...sumView(group, tuned),
    rows:
      group.key === 'cadence'
        ? cadenceRows(group, tuned)
        : group.settings.map((each) => rowView(each, tuned, tuned.tier || null)),
  }));
}

function cadenceRows({ settings: [cadence] }: SettingGroup, tuned: Tuned): RowView[] {
  if (!cadence) return [];
  const of = (tier: string | null) => ({ ...rowView(cadence, tuned, tier), label: tier ?? 'Without a tier' });
  return [...TIERS.map(of), of(null)];
}

function rowView(setting: Setting, { draft, base }: Tuned, tier: string | null): RowView {
  const key = keyOf(setting.factor, setting.setting, tier);
  const own = draft.get(key);
  const holds = valueFor(draft, setting, tier);
  const before = valueFor(base, setting, tier);
  const isChanged = own?.value !== base.get(key)?.value;
  return {
    key,
    ...{ factor: setting.factor, setting: setting.setting, tier },
    label: setting.label,
    unit: UNITS[setting.unit],
    shown: own && !Number.isNaN(own.value) ? String(toShown(own.value, setting.unit)) : '',
    placeholder: holds && !own ? `${toShown(holds.value, setting.unit)}, as for all` : 'As Tenure ships it',
    min: toShown(setting.min, setting.unit),
    max: toShown(setting.max, setting.unit),
    isRequired: tier === null && base.has(key),
    isChanged,
    was: isChanged ? `was ${before ? formatValue(setting, before.value) : 'as Tenure ships it'}` : '',
    reason: (isChanged ? own?.reason : holds?.reason) ?? '',
    canExplain: isChanged && own !== undefined,
  };
}

function countChanged({ settings }: SettingGroup, { draft, base }: Tuned): string {
  const changed = changesBetween(base, draft).filter(({ from, to }) =>
    settings.some(({ factor, setting }) => {
      const value = to ?? from;
      return value?.factor === factor && value.setting === setting;
    }),
  );
  return changed.length === 0 ? '' : `${changed.length} changed`;
}

function sumView({ key }: SettingGroup, { draft, tier }: Tuned): Pick<GroupView, 'sum' | 'sumIsRight'> {
  const sum = key === 'weights' ? sumOfWeights(draft, tier || null) : undefined;
  if (sum === undefined) return { sum: '', sumIsRight: true };
  const shown = toShown(sum, 'share');
  return { sum: `Together ${shown} %`, sumIsRight: Math.abs(shown - 100) < 0.05 };
}

/** The versions with what each changed of the one before it. */
export function historyRows(
  versions: readonly Version[],
  values: ReadonlyMap<string, ScoringValues>,
): HistoryRow[] {
  const byAge = versions.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return byAge.map((version, index) => {
    const before = byAge[index + 1];
    const own = values.get(version.id) ?? new Map();
    const changes = before ? changesBetween(values.get(before.id) ?? new Map(), own) : [];
    return {
      ...{ id: version.id, version: version.version, isActive: version.isActive, at: version.at },
      by: version.by ?? (before ? 'Unknown' : 'Came with Tenure'),
      reason: version.reason,
      changes: changes.map(tellChange),
      canGoBack: !version.isActive && own.size > 0,
    };
  });
}

/** What the draft changes, in words. */
export const tellChanges = (changes: readonly ValueChange[]): string[] => changes.map(tellChange);
