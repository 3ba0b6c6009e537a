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
}

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
    const isSame = isKept || after === before;
    return {
      id,
      name,
      own: person ?? own?.displayValue ?? (own?.value == null ? '–' : String(own.value)),
      now: wordOf(rule, before),
      then: isKept ? 'Cannot be read: keeps what it has' : isSame ? 'The same' : wordOf(rule, after),
      thenClass: isKept ? 'slds-text-color_error' : isSame ? 'slds-text-color_weak' : 'slds-text-title_bold',
    };
  });
}

/** How many accounts would change, in a sentence. */
export function summaryOf(rows: readonly PreviewRow[]): string {
  const changed = rows.filter(({ thenClass }) => thenClass === 'slds-text-title_bold').length;
  const kept = rows.filter(({ thenClass }) => thenClass === 'slds-text-color_error').length;
  const unread = kept === 0 ? '' : `; ${kept} cannot be read`;
  return `${changed} of ${rows.length} would change${unread}.`;
}

function nameBehind({ field }: Rule, record: RecordRepresentation | undefined): string | null {
  if (field.relationshipName === null) return null;
  const behind = record?.fields[field.relationshipName]?.value as RecordRepresentation | null | undefined;
  const name = behind?.fields.Name?.value;
  return typeof name === 'string' ? name : null;
}

function wordOf({ target }: Rule, value: string | number | null): string {
  if (value === null) return target.kind === 'health' ? 'Calculated' : '–';
  if (target.kind === 'amount') return formatMoney(Number(value));
  if (target.kind === 'day') return formatDay(String(value));
  return typeof value === 'number' ? formatNumber(value) : value;
}
