import type { Rule } from './checkRule';

/** What an own value would be in Tenure; `isKept` where it cannot be read and the account keeps what it has. */
export interface Converted {
  value: string | number | null;
  isKept: boolean;
}

const read = (value: string | number): Converted => ({ value, isKept: false });
const KEPT: Converted = { value: null, isKept: true };

/** The largest amount that a field of Tenure holds exactly. */
const LARGEST_AMOUNT = 1e13;

/** Reads an own value as the companion does. An empty field empties the field of Tenure. */
export function convertOwn(own: unknown, { target, lines, highest }: Rule): Converted {
  if (own === null || own === undefined || own === '') return { value: null, isKept: false };
  switch (target.kind) {
    case 'amount':
      if (typeof own !== 'number' || own < 0 || own > LARGEST_AMOUNT) return KEPT;
      return read(Math.round(own * 100) / 100);
    case 'day':
      return read(String(own).slice(0, 10));
    case 'health':
      if (typeof own !== 'number') return byWord(String(own), [], lines, Number);
      return own >= 0 && own <= (highest ?? 100) ? read(Math.round((own / (highest ?? 100)) * 100)) : KEPT;
    case 'choice':
      return byWord(String(own), target.choices, lines, (ours) =>
        String(target.choices.find((choice) => choice.toLowerCase() === ours.toLowerCase()) ?? ours),
      );
    default:
      return read(String(own));
  }
}

function byWord(
  word: string,
  choices: readonly string[],
  lines: Rule['lines'],
  take: (ours: string) => string | number,
): Converted {
  const wanted = word.trim().toLowerCase();
  const line = lines.find(({ own, ours }) => own.trim().toLowerCase() === wanted && ours.trim() !== '');
  if (line) return read(take(line.ours.trim()));
  const same = choices.find((choice) => choice.toLowerCase() === wanted);
  return same === undefined ? KEPT : read(same);
}
