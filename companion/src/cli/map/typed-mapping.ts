import type { MappingCheck } from '../../domain/mapping/check-mapping.ts';
import type { FieldMapping } from '../../domain/mapping/field-mapping.ts';
import {
  findTarget,
  MAPPING_TARGETS,
  targetOf,
  type MappingTarget,
} from '../../domain/mapping/mapping-targets.ts';
import { checkAgainst } from '../../usecases/field-plan.ts';
import type { OrgReader } from '../../usecases/ports.ts';
import { textOption, UsageError, type OptionValues } from '../command.ts';

/** API names of fields; everything else is refused before the org is asked. */
const FIELD_NAME = /^[A-Za-z]\w{0,79}$/;

/** @throws {UsageError} when the text is no `TARGET=FIELD`, or an option says something that is not understood */
export function readTyped(text: string, values: OptionValues): FieldMapping {
  const [name = '', source = '', ...more] = text.split('=');
  if (more.length > 0 || !FIELD_NAME.test(source.trim()))
    throw new UsageError(
      `"${text}" is not understood; expected TARGET=FIELD, such as ARR=Annual_Revenue__c.`,
    );
  const lines = [values['value'] ?? []].flat().map(String);
  return {
    target: findTyped(name).name,
    source: source.trim(),
    values: lines.length === 0 ? null : lines.join('\n'),
    highest: readHighest(textOption(values, 'highest')),
  };
}

/** @throws {UsageError} when nothing of that name may be mapped */
export function findTyped(name: string): MappingTarget {
  const target = findTarget(name);
  if (target) return target;
  const names = MAPPING_TARGETS.map((each) => each.name.replace(' ', '-')).join(', ');
  throw new UsageError(`"${name}" cannot be mapped; expected one of ${names}.`);
}

/** Checks a mapping that stands in no record yet, and counts whose value it would take away. */
export async function checkTyped(
  reader: Pick<OrgReader, 'describeAccount' | 'countEmptied'>,
  mapping: FieldMapping,
): Promise<MappingCheck> {
  const check = checkAgainst(mapping, await reader.describeAccount());
  // A calculated health takes the place of one that is empty: nothing is lost.
  if (check.ready === null || mapping.target === 'Health') return check;
  const emptied = await reader.countEmptied(check.ready.source, targetOf(mapping.target).field);
  if (emptied === 0) return check;
  const who = emptied === 1 ? 'One account has' : `${emptied} accounts have`;
  const warning = `${who} ${mapping.target} in Tenure and nothing in ${check.ready.source}: it would be emptied.`;
  return { ...check, warnings: [...check.warnings, warning] };
}

function readHighest(text: string | null): number | null {
  if (text === null) return null;
  const highest = Number(text);
  if (/^\d+(\.\d{1,2})?$/.test(text) && highest > 0 && highest < 10_000_000) return highest;
  throw new UsageError(`--highest is "${text}"; expected a number above 0, such as 10.`);
}
