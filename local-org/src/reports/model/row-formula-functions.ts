import type { FormulaValue } from './row-formula.ts';

/** An argument, worked out when it is needed. */
type Argument = () => FormulaValue;

interface FormulaFunction {
  /** How many arguments it takes, at least and at most. */
  least: number;
  most?: number;
  run(args: Argument[], today: string): FormulaValue;
}

const MANY = Number.MAX_SAFE_INTEGER;

const isBlank: FormulaFunction = { least: 1, run: ([value]) => value!() === null };
const blankValue: FormulaFunction = { least: 2, run: ([value, otherwise]) => value!() ?? otherwise!() };

/** The functions that row formulas may call, by name in capitals. */
export const FORMULA_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  IF: { least: 3, run: ([test, yes, no]) => (test!() ? yes!() : no!()) },
  AND: { least: 1, most: MANY, run: (args) => args.every((arg) => Boolean(arg())) },
  OR: { least: 1, most: MANY, run: (args) => args.some((arg) => Boolean(arg())) },
  NOT: { least: 1, run: ([value]) => !value!() },
  ISBLANK: isBlank,
  ISNULL: isBlank,
  BLANKVALUE: blankValue,
  NULLVALUE: blankValue,
  ISPICKVAL: { least: 2, run: ([field, value]) => (field!() ?? '') === value!() },
  // Moments are kept in UTC, the zone of the local org's users.
  DATEVALUE: {
    least: 1,
    run: ([moment]) => {
      const text = moment!();
      return text === null ? null : String(text).slice(0, 10);
    },
  },
  TODAY: { least: 0, run: (_args, today) => today },
  ABS: { least: 1, run: ([value]) => ofNumbers([value!], (number) => Math.abs(number)) },
  ROUND: { least: 2, run: (args) => ofNumbers(args, round) },
  MAX: { least: 2, most: MANY, run: (args) => ofNumbers(args, Math.max) },
  MIN: { least: 2, most: MANY, run: (args) => ofNumbers(args, Math.min) },
};

/** A blank among the numbers makes the result blank. */
function ofNumbers(args: Argument[], work: (...numbers: number[]) => number): FormulaValue {
  const values = args.map((arg) => arg());
  return values.includes(null) ? null : work(...values.map(Number));
}

function round(value: number, digits = 0): number {
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}
