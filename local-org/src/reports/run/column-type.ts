import type { FieldDef } from '../../schema/types.ts';
import type { ReportColumn } from '../model/report-columns.ts';
import type { SummaryFunction } from '../model/summary-function.ts';

/** The field whose type, scale and picklist a column's values have. */
export function fieldOfColumn(column: ReportColumn): FieldDef {
  const made = { custom: false, nillable: true, createable: false, updateable: false };
  switch (column.kind) {
    case 'field':
      return column.field;
    case 'formula': {
      const { scale } = column.def;
      return { ...made, name: column.token, label: column.label, type: 'double', precision: 18, scale };
    }
    case 'bucket':
      return {
        ...made,
        name: column.token,
        label: column.label,
        type: 'picklist',
        picklist: {
          restricted: true,
          values: [...new Set(column.def.ranges.map(({ label }) => label))].map((value) => ({
            value,
            label: value,
            active: true,
            isDefault: false,
          })),
        },
      };
  }
}

/** The field whose form a summary of a column takes: counts are whole, a mean has decimals. */
export function fieldOfSummary(column: ReportColumn, summary: SummaryFunction): FieldDef {
  const field = fieldOfColumn(column);
  if (summary === 'Unique') return { ...field, type: 'int', scale: 0 };
  if (summary !== 'Average' || field.type === 'currency' || field.type === 'percent') return field;
  return { ...field, type: 'double', scale: Math.max(2, field.scale ?? 0) };
}
