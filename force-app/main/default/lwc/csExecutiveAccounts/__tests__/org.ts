import type { BandGroup } from 'c/csExecutiveMeasures';

/** A record by field; nothing but what filters and sums ask for. */
export type Fields = Record<string, string | number | null>;

type Filter = Readonly<Record<string, unknown>>;

/** Whether a record is among those that a filter asks for, as the org understands filters. */
export function matches(filter: Filter, record: Fields): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === 'and') return (condition as Filter[]).every((each) => matches(each, record));
    if (key === 'or') return (condition as Filter[]).some((each) => matches(each, record));
    return Object.entries(condition as Filter).every(([operator, operand]) =>
      compare(operator, record[key] ?? null, valueOf(operand)),
    );
  });
}

/** Records by risk band, added up as the org's aggregates do. */
export function groupByBand(records: readonly Fields[]): BandGroup[] {
  const bands = new Map<string | null, Fields[]>();
  for (const record of records) {
    const band = record.CS_Risk_Band__c as string | null;
    bands.set(band, [...(bands.get(band) ?? []), record]);
  }
  return [...bands].map(([band, members]) => {
    const known = (field: string) => members.flatMap((member) => (member[field] as number | null) ?? []);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      band,
      accounts: members.length,
      withArr: known('CS_ARR__c').length,
      arr: sum(known('CS_ARR__c')),
      withHealth: known('CS_Health__c').length,
      healthSum: sum(known('CS_Health__c')),
    };
  });
}

function valueOf(operand: unknown): string | number | null {
  const isDay = typeof operand === 'object' && operand !== null;
  return (isDay ? (operand as { value: string }).value : operand) as string | number | null;
}

function compare(operator: string, value: string | number | null, operand: string | number | null): boolean {
  if (operator === 'eq') return value === operand;
  if (operator === 'ne') return value !== operand;
  if (value === null || operand === null) return false;
  if (operator === 'gte') return value >= operand;
  if (operator === 'lte') return value <= operand;
  throw new Error(`No filter of the page uses ${operator}; add it here when one does.`);
}
