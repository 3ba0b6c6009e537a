import { countOf, daysBetween, formatDay, formatMoneyShort, formatNumber } from 'c/csFormat';
import { cadenceOf, nextAfterCall, touchBadge, touchShortcuts } from 'c/csTouchDue';
import type { Shortcut, TouchBadge } from 'c/csTouchDue';

/** What the table needs of an account; days as `YYYY-MM-DD`, null where the org holds nothing. */
export interface TableAccount {
  id: string;
  name: string;
  due: string | null;
  next: string | null;
  last: string | null;
  cadenceDays: number | null;
  tier: string | null;
  riskBand: string | null;
  riskScore: number | null;
  health: number | null;
  arr: number | null;
  csm: string;
}

/** The form that is open under a row. */
export interface OpenForm {
  id: string;
  /** Whether it was opened because a call is being logged: the cadence then starts anew today. */
  afterCall: boolean;
}

/** A row as the table shows it. */
export interface TableRow {
  id: string;
  name: string;
  badge: TouchBadge;
  due: string;
  last: string;
  lastAgo: string;
  tier: string;
  riskBand: string | null;
  riskScore: string;
  health: string;
  arr: string;
  csm: string;
  isSelected: boolean;
  selectLabel: string;
  planLabel: string;
  isOpen: boolean;
  formKey: string;
  formHeading: string;
  /** The day that the form starts from. */
  formDay: string | null;
  shortcuts: Shortcut[];
}

/** A column that can be sorted by. */
export interface TableColumn {
  name: string;
  label: string;
  ariaSort: 'ascending' | 'descending' | 'none';
  iconName: string;
  className: string;
}

const COLUMNS = [
  { name: 'name', label: 'Account' },
  { name: 'due', label: 'Touch due' },
  { name: 'last', label: 'Last touchpoint' },
  { name: 'tier', label: 'Tier' },
  { name: 'risk', label: 'Risk' },
  { name: 'health', label: 'Health' },
  { name: 'arr', label: 'ARR' },
  { name: 'csm', label: 'CSM' },
];

const NOTHING = '–';

/** The account as a row on the day `today`. */
export function viewRow(
  account: TableAccount,
  today: string,
  selected: ReadonlySet<string>,
  open: OpenForm | undefined,
): TableRow {
  const isOpen = open?.id === account.id;
  return {
    id: account.id,
    name: account.name,
    riskBand: account.riskBand,
    csm: account.csm,
    badge: touchBadge(account, today),
    due: account.next ? formatDay(account.next) : '',
    last: account.last ? formatDay(account.last) : 'None recorded',
    lastAgo: account.last ? ago(daysBetween(account.last, today)) : '',
    tier: account.tier ?? NOTHING,
    riskScore: textOf(account.riskScore),
    health: textOf(account.health),
    arr: account.arr === null ? NOTHING : formatMoneyShort(account.arr),
    isSelected: selected.has(account.id),
    selectLabel: `Select ${account.name}`,
    planLabel: `Plan the next touchpoint of ${account.name}`,
    isOpen,
    formKey: `${account.id}-form`,
    ...formOf(account, today, isOpen ? open : undefined),
  };
}

/** The columns, told how the list is sorted. */
export function viewColumns(sorting: { column: string; direction: string }): TableColumn[] {
  return COLUMNS.map(({ name, label }) => {
    const isSorted = name === sorting.column;
    const isAscending = sorting.direction === 'ASC';
    return {
      name,
      label,
      ariaSort: isSorted ? (isAscending ? 'ascending' : 'descending') : 'none',
      iconName: isSorted && !isAscending ? 'utility:arrowdown' : 'utility:arrowup',
      className: isSorted ? 'slds-m-left_xx-small' : 'slds-m-left_xx-small unsorted',
    };
  });
}

/** A call is a touchpoint, so that the cadence starts anew on the day of it. */
function formOf(
  account: TableAccount,
  today: string,
  open: OpenForm | undefined,
): Pick<TableRow, 'formHeading' | 'formDay' | 'shortcuts'> {
  const cadenceDays = cadenceOf(account.cadenceDays, account.tier);
  if (open?.afterCall) {
    const { heading, day, shortcuts } = nextAfterCall(account.name, cadenceDays, today);
    return { formHeading: heading, formDay: day, shortcuts };
  }
  const shortcuts = open ? touchShortcuts(account.last, cadenceDays, today) : [];
  return { formHeading: account.name, formDay: account.next, shortcuts };
}

function textOf(value: number | null): string {
  return value === null ? NOTHING : formatNumber(value);
}

function ago(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `${countOf(days, 'day')} ago` : `in ${countOf(-days, 'day')}`;
}
