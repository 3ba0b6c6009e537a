import { formatDay, formatMoney, formatNumber } from 'c/csFormat';
import { convertOwn } from 'c/csFieldMappingRules';
import type { Rule } from 'c/csFieldMappingRules';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { PreviewAccount } from './csFieldMappingPreviewQuery';

/** One account of the preview. */
export interface PreviewRow {
  id: string;
  name: string;
  own: string;
  now: string;
  then: string;
  thenClass: string;
  outcome: Outcome;
}

/** What becomes of a field of Tenure. An empty own health leaves the calculated one, whatever that is. */
type Outcome = 'same' | 'changed' | 'emptied' | 'kept';

const OUTCOME_CLASSES: Record<Outcome, string> = {
  same: 'slds-text-color_weak',
  changed: 'slds-text-title_bold',
  emptied: 'slds-text-title_bold',
  kept: 'slds-text-color_error',
};

/** What is read of the own field: its value, and the name behind a lookup. */
export function ownFieldNames({ field }: Rule): string[] {
  const own = `Account.${field.apiName}`;
  return field.relationshipName === null ? [own] : [own, `Account.${field.relationshipName}.Name`];
}

/** Each account with its own value, what Tenure holds, and what it would hold. */
export function previewRows(
  rule: Rule,
  accounts: readonly PreviewAccount[],
  records: readonly RecordRepresentation[],
): PreviewRow[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return accounts.map(({ id, name, now }) => {
    const record = byId.get(id);
    const own = record?.fields[rule.field.apiName];
    const person = nameBehind(rule, record);
    const before = now[rule.target.field] ?? null;
    const { value, isKept } = convertOwn(own?.value, rule);
    const after = rule.target.kind === 'person' && value !== null ? person : value;
    const outcome = outcomeOf(rule, { before, after, isKept });
    return {
      id,
      name,
      own: person ?? own?.displayValue ?? (own?.value == null ? '–' : String(own.value)),
      now: wordOf(rule, before),
      then: thenOf(rule, outcome, after),
      thenClass: OUTCOME_CLASSES[outcome],
      outcome,
    };
  });
}

/** How many accounts would change, in a sentence. */
export function summaryOf(rows: readonly PreviewRow[]): string {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const [changed, emptied, kept] = [count('changed'), count('emptied'), count('kept')];
  const parts = [
    `${changed + emptied} of ${rows.length} would change`,
    ...(emptied === 0 ? [] : [`${emptied} of them would be emptied`]),
    ...(kept === 0 ? [] : [`${kept} cannot be read`]),
  ];
  return `${parts.join('; ')}.`;
}

function outcomeOf(
  { target }: Rule,
  { before, after, isKept }: { before: unknown; after: unknown; isKept: boolean },
): Outcome {
  if (isKept) return 'kept';
  if (after === before || (target.kind === 'health' && after === null)) return 'same';
  return after === null ? 'emptied' : 'changed';
}

function thenOf(rule: Rule, outcome: Outcome, after: string | number | null): string {
  if (outcome === 'kept') return 'Cannot be read: keeps what it has';
  if (outcome === 'emptied') return 'Emptied';
  if (rule.target.kind === 'health' && after === null) return 'The calculated one';
  return outcome === 'same' ? 'The same' : wordOf(rule, after);
}

function nameBehind({ field }: Rule, record: RecordRepresentation | undefined): string | null {
  if (field.relationshipName === null) return null;
  const behind = record?.fields[field.relationshipName]?.value as RecordRepresentation | null | undefined;
  const name = behind?.fields.Name?.value;
  return typeof name === 'string' ? name : null;
}

function wordOf({ target }: Rule, value: string | number | null): string {
  if (value === null) return '–';
  if (target.kind === 'amount') return formatMoney(Number(value));
  if (target.kind === 'day') return formatDay(String(value));
  return typeof value === 'number' ? formatNumber(value) : value;
}
