export { MEASURES, formatMeasure, isSum } from './measures';
export type { Measure, MeasureKey, Totals } from './measures';
export { ALL_CUSTOMERS, accountsOf, earlierOf, snapshotsOf } from './segments';
export type { Scope, Segment } from './segments';
export { RENEWAL_DAYS, addUpGroups, expectedOf } from './bandGroups';
export type { BandGroup, ExpectedShares, GroupTotals } from './bandGroups';
