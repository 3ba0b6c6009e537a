import type { CheckedMapping } from '../field-plan.ts';
import { tellMapping } from '../report-mappings.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const REMEDY =
  'Correct or switch off the mapping: the field panel of the setup page, or npm run companion -- map list.';

/** Whether the org's own fields that are read in place of Tenure's can be read. */
export function judgeMappings(records: readonly CheckedMapping[]): Finding[] {
  return records.map((checked) => {
    const { source, target } = checked.record.mapping;
    const { state, message } = tellMapping(checked);
    const name = `mapping ${source} → ${target}`;
    if (state === 'Refused') return fail('records', name, message, REMEDY);
    return state === 'Warning' ? warn('records', name, message, REMEDY) : ok('records', name, message);
  });
}
