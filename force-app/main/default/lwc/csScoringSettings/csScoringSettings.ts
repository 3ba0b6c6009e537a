/** What of a scoring configuration may be set, and how values of it are read, checked and compared. */
export { CADENCE_GROUPS, SETTING_GROUPS, TIERS } from './settingsTable';
export type { Setting, SettingGroup, Unit } from './settingsTable';
export {
  changesBetween,
  formatValue,
  fromShown,
  keyOf,
  labelOf,
  settingOf,
  toShown,
  toValues,
  valueFor,
} from './values';
export type { ScoringValue, ScoringValues, ValueChange } from './values';
export { checkValues, sumOfWeights } from './checkValues';
