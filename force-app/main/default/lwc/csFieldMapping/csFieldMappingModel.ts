import { formatMoment } from 'c/csFormat';
import { TARGETS } from 'c/csFieldMappingRules';
import type { FieldInfo, Target } from 'c/csFieldMappingRules';
import type { Mapping } from './csFieldMappingQuery';

/** One field of Tenure, and what stands for it. */
export interface RowView {
  name: string;
  meaning: string;
  isMapped: boolean;
  ownLabel: string;
  ownName: string;
  badge: string;
  badgeClass: string;
  message: string;
  checked: string;
  changeLabel: string;
  changeText: string;
  stopText: string;
}

const BADGES: Record<string, { badge: string; badgeClass: string }> = {
  Read: { badge: 'Mirrored', badgeClass: 'slds-badge slds-theme_success' },
  Warning: { badge: 'Mirrored, with remarks', badgeClass: 'slds-badge slds-theme_warning' },
  Refused: { badge: 'Not read', badgeClass: 'slds-badge slds-theme_error' },
};
const WAITING = { badge: 'Waiting for the companion', badgeClass: 'slds-badge' };
const IN_TENURE = { badge: 'Kept in Tenure', badgeClass: 'slds-badge slds-badge_lightest' };

/** The active mapping of a target, of several the oldest: the one that the companion reads. */
export function mappingOf(target: Target, mappings: readonly Mapping[]): Mapping | undefined {
  const own = mappings.filter((mapping) => mapping.target === target.name);
  return own.find(({ isActive }) => isActive) ?? own[0];
}

/** A row for each field of Tenure that may be mapped. */
export function rowViews(
  mappings: readonly Mapping[],
  fields: Readonly<Record<string, FieldInfo>>,
): RowView[] {
  return TARGETS.map((target) => {
    const mapping = mappingOf(target, mappings);
    const shown = mapping?.isActive ? mapping : undefined;
    const badge = shown ? (BADGES[shown.state ?? ''] ?? WAITING) : IN_TENURE;
    return {
      name: target.name,
      meaning: target.meaning,
      isMapped: shown !== undefined,
      ownLabel: shown ? (fields[shown.source]?.label ?? shown.source) : '',
      ownName: shown?.source ?? '',
      ...badge,
      message: shown ? messageOf(shown) : '',
      checked: shown?.state && shown.checkedOn ? `Since ${formatMoment(shown.checkedOn)}` : '',
      changeLabel: shown ? 'Change' : 'Map',
      changeText: shown ? `Change the field for ${target.name}` : `Map a field to ${target.name}`,
      stopText: `Stop mirroring ${target.name}`,
    };
  });
}

function messageOf({ state, message }: Mapping): string {
  return state === null ? 'The next sync reads every account and mirrors the field.' : (message ?? '');
}
