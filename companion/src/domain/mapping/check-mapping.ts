import { WRITTEN_FIELDS } from '../account-fields.ts';
import { checkValues, WORD_TYPES } from './check-values.ts';
import type { FieldMapping, ReadyMapping } from './field-mapping.ts';
import { MAPPING_TARGETS, targetOf, type MappingTarget, type TargetKind } from './mapping-targets.ts';
import type { OwnField } from './own-field.ts';

/** What stands against a mapping, and what an admin should know of it. With a refusal nothing is read by it. */
export interface MappingCheck {
  mapping: FieldMapping;
  refusals: string[];
  warnings: string[];
  ready: ReadyMapping | null;
}

const NUMBERS = ['double', 'int', 'long', 'percent'];

/** Which types of an own field may stand for what a target takes. */
export const FITTING_TYPES: Record<TargetKind, readonly string[]> = {
  amount: ['currency', 'double', 'int', 'long'],
  day: ['date', 'datetime'],
  health: [...NUMBERS, ...WORD_TYPES],
  choice: [...WORD_TYPES],
  person: ['reference'],
};

const EXPECTED: Record<TargetKind, string> = {
  amount: 'a currency or a number',
  day: 'a date',
  health: 'a number, a percentage or a picklist',
  choice: 'a picklist or a text',
  person: 'a lookup to User',
};

/** Why a type that comes near does not do, and what to do instead. */
const HINTS: Record<string, string> = {
  string: ' A text is not read as a number or a date: make a formula field of the right type and map that.',
  textarea: ' A text is not read as a number or a date: make a formula field of the right type and map that.',
  percent: ' A percentage is no amount.',
  encryptedstring: ' An encrypted text cannot be read by the companion.',
  multipicklist: ' Several values at once stand for no single one.',
  address: ' A compound field has no single value: map one of its parts.',
  location: ' A compound field has no single value: map one of its parts.',
};

/** @param field undefined when the companion does not see a field of that name */
export function checkMapping(
  mapping: FieldMapping,
  field: OwnField | undefined,
  org: { hasCurrencies: boolean },
): MappingCheck {
  const target = targetOf(mapping.target);
  const refuse = (...refusals: string[]): MappingCheck => ({ mapping, refusals, warnings: [], ready: null });
  if (!field)
    return refuse(
      `The companion sees no field ${mapping.source} on the account. Check its API name, and give the companion's ` +
        `user read access to it with a permission set of your own.`,
    );
  if (isOurs(field.name))
    return refuse(`${field.name} is a field of Tenure's own; expected one of the org's.`);
  if (!FITTING_TYPES[target.kind].includes(field.type))
    return refuse(
      `${field.name} is of type ${field.type}; ${mapping.target} takes ${EXPECTED[target.kind]}.${HINTS[field.type] ?? ''}`,
    );
  if (target.kind === 'person' && field.referenceTo.join() !== 'User')
    return refuse(
      `${field.name} leads to ${field.referenceTo.join(' or ')}; ${mapping.target} takes ${EXPECTED.person}.`,
    );
  if (mapping.highest !== null && !(mapping.highest > 0))
    return refuse(`The highest value is ${mapping.highest}; expected one above 0.`);

  const checked = checkValues(mapping, target, field);
  const warnings = [...warnOfType(mapping, target, field, org), ...checked.warnings];
  if (checked.refusals.length > 0) return { mapping, refusals: checked.refusals, warnings, ready: null };
  const ready: ReadyMapping = {
    target: mapping.target,
    source: field.name,
    column: {
      target: mapping.target,
      field: field.name,
      type: field.type === 'currency' || NUMBERS.includes(field.type) ? 'number' : 'text',
      nameThrough: target.kind === 'person' ? field.relationshipName : null,
    },
    values: checked.values,
    highest: mapping.highest ?? 100,
    seesChanges: !field.calculated,
  };
  return { mapping, refusals: [], warnings, ready };
}

function warnOfType(
  { highest }: FieldMapping,
  { kind, name }: MappingTarget,
  field: OwnField,
  { hasCurrencies }: { hasCurrencies: boolean },
): string[] {
  const largest = 10 ** (field.precision - field.scale);
  const isShort =
    kind === 'health' && field.type !== 'percent' && NUMBERS.includes(field.type) && largest <= 100;
  return [
    ...(field.calculated
      ? [
          `${field.name} is a formula or a roll-up: a change of it that leaves the account untouched is seen the next ` +
            `day, when every account is read.`,
        ]
      : []),
    ...(field.type === 'datetime'
      ? [`${field.name} holds a time: its day in UTC counts as the ${name}.`]
      : []),
    ...(kind === 'amount' && hasCurrencies
      ? [
          field.type === 'currency'
            ? `The org has several currencies: ${name} is mirrored in the currency of the account, and totals do not convert.`
            : `${field.name} has no currency of its own: it is taken to be in the currency of the account.`,
        ]
      : []),
    ...(isShort && highest === null
      ? [
          `${field.name} holds numbers below ${largest} only: say its highest value, such as 10, or 100 counts as the best.`,
        ]
      : []),
  ];
}

const OURS: ReadonlySet<string> = new Set([...WRITTEN_FIELDS, ...MAPPING_TARGETS.map(({ field }) => field)]);
const isOurs = (name: string) => OURS.has(name);
