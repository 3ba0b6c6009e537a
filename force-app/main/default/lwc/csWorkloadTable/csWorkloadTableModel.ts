import { formatMoney, formatMoneyShort, formatNumber, formatShare } from 'c/csFormat';

/** What a number of the table counts, by the field that holds it. */
export const MEASURES = [
  { name: 'accounts', field: 'CS_Accounts__c', label: 'Accounts' },
  { name: 'atRisk', field: 'CS_At_Risk__c', label: 'At risk' },
  { name: 'overdueTouches', field: 'CS_Overdue_Touches__c', label: 'Overdue touches' },
  { name: 'overdueTasks', field: 'CS_Overdue_Tasks__c', label: 'Overdue tasks' },
  { name: 'renewals', field: 'CS_Renewals_90d__c', label: 'Renewals in 90 days' },
  { name: 'arr', field: 'CS_ARR__c', label: 'ARR' },
] as const;
export type MeasureName = (typeof MEASURES)[number]['name'];

/** The workload of one CSM, as it comes. */
export type WorkloadNumbers = Readonly<Record<MeasureName | 'effort', number>> & {
  readonly csmId: string;
  readonly name: string;
};

/** A number that opens the accounts behind it; zero opens nothing. */
export interface Cell {
  key: string;
  measure: MeasureName;
  label: string;
  text: string;
  /** The number with whose it is. */
  description: string;
  /** An amount in full where it is shown shortened, else nothing. */
  title: string;
  isLink: boolean;
  isShown: boolean;
}

/** One CSM as shown. */
export interface Row {
  csmId: string;
  name: string;
  cells: Cell[];
  effort: string;
  comparison: string;
}

/** Less than this much away from the team is no difference worth a word. */
const ALIKE_SHARE = 0.05;

/** How an effort compares with the team's average. */
export function compare(effort: number, team: number | null): string {
  if (team === null || team <= 0) return '';
  const share = effort / team - 1;
  if (Math.abs(share) < ALIKE_SHARE) return 'like the team';
  return `${formatShare(Math.abs(share))} ${share > 0 ? 'above' : 'below'} the team`;
}

/** A CSM with every number as text. */
export function viewRow(
  csm: WorkloadNumbers,
  team: number | null,
  shown: { csmId: string; measure: string } | undefined,
): Row {
  return {
    csmId: csm.csmId,
    name: csm.name,
    cells: MEASURES.map(({ name, label }) => viewCell(csm, name, label, shown)),
    effort: `${formatNumber(csm.effort)} h`,
    comparison: compare(csm.effort, team),
  };
}

function viewCell(
  csm: WorkloadNumbers,
  measure: MeasureName,
  label: string,
  shown: { csmId: string; measure: string } | undefined,
): Cell {
  const isMoney = measure === 'arr';
  const text = isMoney ? formatMoneyShort(csm.arr) : formatNumber(csm[measure]);
  return {
    key: `${csm.csmId} ${measure}`,
    measure,
    label,
    text,
    // With the number as it is seen, for those who speak to their screen.
    description: `${label} of ${csm.name}: ${text}`,
    title: isMoney ? formatMoney(csm.arr) : '',
    isLink: csm[measure] > 0,
    isShown: shown?.csmId === csm.csmId && shown.measure === measure,
  };
}

/** A heading that sorts. */
export interface Column {
  field: string;
  label: string;
  ariaSort: 'ascending' | 'descending' | 'none';
  iconName: string;
  className: string;
}

/** The headings before the trend, with the arrow on the one that it is sorted by. */
export function viewColumns(sorting: { field: string; isDescending: boolean }): Column[] {
  const columns = [
    { field: 'CS_CSM__r', label: 'CSM' },
    ...MEASURES.map(({ field, label }) => ({ field, label })),
    { field: 'CS_Effort__c', label: 'Effort a month' },
  ];
  return columns.map(({ field, label }) => {
    const isSorted = field === sorting.field;
    const direction = sorting.isDescending ? 'descending' : 'ascending';
    return {
      field,
      label,
      ariaSort: isSorted ? direction : 'none',
      iconName: isSorted && !sorting.isDescending ? 'utility:arrowup' : 'utility:arrowdown',
      className: isSorted ? 'slds-m-left_xx-small' : 'slds-m-left_xx-small unsorted',
    };
  });
}
