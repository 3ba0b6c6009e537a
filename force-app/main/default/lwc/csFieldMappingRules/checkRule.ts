import type { OwnField, Target } from './targets';
import type { ValueLine } from './valueLines';

/** A mapping while it is being made. */
export interface Rule {
  target: Target;
  field: OwnField;
  lines: readonly ValueLine[];
  /** The best value of the own scale of a health; null for 100. */
  highest: number | null;
}

/** Something that an admin should know of a mapping; with an error it cannot be saved. */
export interface Remark {
  level: 'error' | 'warning';
  text: string;
}

const warning = (text: string): Remark => ({ level: 'warning', text });
const error = (text: string): Remark => ({ level: 'error', text });

/** Whether a word of the own field may stand for something: a picklist or a text. */
const holdsWords = ({ dataType }: OwnField) => ['Picklist', 'String', 'ComboBox'].includes(dataType);

/**
 * What is to be said of a mapping, in words. The companion checks it once more with its own rights.
 *
 * @param values the values of the own picklist; none for what is no picklist
 */
export function checkRule(rule: Rule, values: readonly string[]): Remark[] {
  return [...checkType(rule), ...checkLines(rule), ...checkValues(rule, values)];
}

/** Whether nothing stands against a mapping. */
export function isReady(remarks: readonly Remark[]): boolean {
  return remarks.every(({ level }) => level !== 'error');
}

function checkType({ target, field, highest }: Rule): Remark[] {
  const largest = 10 ** (field.precision - field.scale);
  const isShort = ['Double', 'Int'].includes(field.dataType) && field.precision > 0 && largest <= 100;
  return [
    ...(field.calculated
      ? [
          warning(
            `${field.label} is worked out by the org. A change of it that leaves the account untouched is seen the next day.`,
          ),
        ]
      : []),
    ...(field.dataType === 'DateTime'
      ? [warning(`${field.label} holds a time: its day in UTC counts.`)]
      : []),
    ...(target.kind === 'health' && isShort && highest === null
      ? [
          warning(
            `${field.label} holds numbers below ${largest} only. Say its highest value, or 100 counts as the best.`,
          ),
        ]
      : []),
    ...(highest !== null && !(highest > 0) ? [error('The highest value has to be above 0.')] : []),
  ];
}

function checkLines({ target, field, lines }: Rule): Remark[] {
  if (!holdsWords(field)) return [];
  return lines
    .filter(({ own, ours }) => own.trim() !== '' && ours.trim() !== '')
    .flatMap(({ own, ours }) => {
      if (target.kind === 'health')
        return /^\d{1,3}$/.test(ours.trim()) && Number(ours) <= 100
          ? []
          : [error(`“${own}” stands for “${ours}”: a whole number from 0 to 100 is expected.`)];
      const isOurs = target.choices.some((choice) => choice.toLowerCase() === ours.trim().toLowerCase());
      return isOurs
        ? []
        : [error(`“${own}” stands for “${ours}”: one of ${target.choices.join(', ')} is expected.`)];
    });
}

function checkValues({ target, field, lines }: Rule, values: readonly string[]): Remark[] {
  if (!holdsWords(field)) return [];
  const said = lines.filter(({ ours }) => ours.trim() !== '').map(({ own }) => own.trim().toLowerCase());
  if (target.kind === 'health' && said.length === 0)
    return [error('Say what each value stands for: a number from 0 to 100.')];
  const known = new Set([...said, ...target.choices.map((choice) => choice.toLowerCase())]);
  const open = values.filter((value) => !known.has(value.toLowerCase()));
  if (open.length === 0) return [];
  if (open.length === values.length)
    return [error('Say what the values stand for: none of them is one of ours.')];
  const quoted = open.map((value) => `“${value}”`).join(', ');
  return [warning(`Accounts with ${quoted} keep the ${target.name} they have.`)];
}
