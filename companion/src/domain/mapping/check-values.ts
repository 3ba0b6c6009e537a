import type { FieldMapping } from './field-mapping.ts';
import type { MappingTarget } from './mapping-targets.ts';
import type { OwnField } from './own-field.ts';
import { readValueLines } from './read-value-lines.ts';

export interface CheckedValues {
  values: Record<string, string | number>;
  refusals: string[];
  warnings: string[];
}

/** Types whose values are words, which may stand for values of ours. */
export const WORD_TYPES = new Set(['picklist', 'string', 'combobox']);

/** Checks what own words stand for, against what the target takes and what the picklist offers. */
export function checkValues(mapping: FieldMapping, target: MappingTarget, field: OwnField): CheckedValues {
  const checked: CheckedValues = { values: {}, refusals: [], warnings: [] };
  const { lines, problems } = readValueLines(mapping.values);
  const takesWords = target.kind === 'choice' || (target.kind === 'health' && WORD_TYPES.has(field.type));
  if (!takesWords) {
    if (lines.length > 0)
      checked.warnings.push(`${field.name} holds no words: the lines under Values are not used.`);
    return checked;
  }
  checked.refusals.push(...problems);
  for (const choice of target.choices) checked.values[choice.toLowerCase()] = choice;
  for (const { own, ours } of lines) {
    const value = target.kind === 'health' ? healthOf(ours) : choiceOf(ours, target.choices);
    if (value === null) checked.refusals.push(`"${own}" stands for "${ours}"; expected ${expected(target)}.`);
    else checked.values[own.toLowerCase()] = value;
  }
  if (target.kind === 'health' && lines.length === 0)
    checked.refusals.push(
      `${field.name} holds words: say what each stands for, such as Green = 90, one line each.`,
    );
  if (field.type !== 'picklist') return checked;
  const unmapped = field.values.filter((value) => !Object.hasOwn(checked.values, value.toLowerCase()));
  if (unmapped.length > 0 && unmapped.length === field.values.length)
    checked.refusals.push(
      `None of the values of ${field.name} stands for one of ours: ${quote(unmapped)}. Say what each stands for.`,
    );
  else if (unmapped.length > 0)
    checked.warnings.push(
      `Not mapped: ${quote(unmapped)}. Accounts with them keep the ${target.name} they have.`,
    );
  return checked;
}

const healthOf = (text: string): number | null =>
  /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : null;

const choiceOf = (text: string, choices: readonly string[]): string | null =>
  choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? null;

const expected = ({ kind, choices }: MappingTarget) =>
  kind === 'health' ? 'a whole number from 0 to 100' : `one of ${choices.join(', ')}`;

const SHOWN = 8;

function quote(values: string[]): string {
  const shown = values.slice(0, SHOWN).map((value) => `"${value}"`);
  return values.length > SHOWN ? `${shown.join(', ')} and ${values.length - SHOWN} more` : shown.join(', ');
}
