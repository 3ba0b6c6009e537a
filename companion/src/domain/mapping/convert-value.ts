import type { ConvertedValue, OwnValue, ReadyMapping } from './field-mapping.ts';
import { targetOf, type TargetKind } from './mapping-targets.ts';

/** What the fields of Tenure hold: 18 digits, two behind the point; beyond 15 a number of JavaScript is not exact. */
const LARGEST_AMOUNT = 1e13;

type Convert = (value: string | number, mapping: ReadyMapping) => ConvertedValue;

/** What an own value is in the field of Tenure. An empty field is an empty field. */
export function convertValue({ value }: OwnValue, mapping: ReadyMapping): ConvertedValue {
  if (value === null || value === '') return { ok: true, value: null };
  return CONVERT[targetOf(mapping.target).kind](value, mapping);
}

const ok = (value: string | number): ConvertedValue => ({ ok: true, value });
const no = (problem: string): ConvertedValue => ({ ok: false, problem });

const CONVERT: Record<TargetKind, Convert> = {
  amount(value, { source }) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return no(`${source} is "${value}", no number`);
    if (value < 0 || value > LARGEST_AMOUNT)
      return no(`${source} is ${value}; expected 0 to ${LARGEST_AMOUNT}`);
    return ok(Math.round(value * 100) / 100);
  },
  day(value, { source }) {
    const day = String(value).slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? ok(day) : no(`${source} is "${value}", no date`);
  },
  health(value, mapping) {
    if (typeof value === 'string') return byWord(value, mapping);
    const { source, highest } = mapping;
    if (!(value >= 0 && value <= highest)) return no(`${source} is ${value}; expected 0 to ${highest}`);
    return ok(Math.round((value / highest) * 100));
  },
  choice: (value, mapping) => byWord(String(value), mapping),
  person: (value) => ok(String(value)),
};

function byWord(word: string, { source, values, target }: ReadyMapping): ConvertedValue {
  const key = word.trim().toLowerCase();
  const found = Object.hasOwn(values, key) ? values[key] : undefined;
  return found === undefined ? no(`${source} is "${word}", which stands for no ${target}`) : ok(found);
}
