export { MEASURES, formatMeasure, isSum } from './measures';
export type { Measure, MeasureKey, Totals } from './measures';
export { ALL_CUSTOMERS, accountsOf, earlierOf, snapshotsOf } from './segments';
export type { Scope, Segment } from './segments';
export { EXPECTED_TO_STAY, RENEWAL_DAYS, addUpGroups } from './bandGroups';
export type { BandGroup, GroupTotals } from './bandGroups';
