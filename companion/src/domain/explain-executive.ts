import type { CustomerOnDay } from './customer-on-day.ts';
import {
  addUpParts,
  MEASURE_RULES,
  valueOfParts,
  type ExecutiveDay,
  type ExecutiveMeasure,
} from './executive-measures.ts';

/** What an account adds to a number; amounts of money in the org's currency. */
export interface ExecutivePart {
  accountId: string;
  /** Null where it is not known: then it adds nothing, and is told. */
  amount: number | null;
  /** What it adds to what the sum is divided by; null for a plain sum. */
  of: number | null;
}

/** A number of a day with the accounts that it is made of. */
export interface ExecutiveExplanation {
  /** As the totals of the day have it; null where nothing is known. */
  value: number | null;
  /** `sum`: the amounts add up to the value. `share`: the sum of the amounts ÷ that of what they are of, × `times`. */
  how: 'sum' | 'share';
  times: number | null;
  sum: { amount: number; of: number | null };
  /** Accounts that belong to the number, of which nothing is known. */
  unknown: number;
  parts: ExecutivePart[];
}

/** Takes a number of a day apart, by the rules that the totals of the day are added up with. */
export function explainExecutive(
  measure: ExecutiveMeasure,
  customers: readonly CustomerOnDay[],
  day: ExecutiveDay,
): ExecutiveExplanation {
  const rule = MEASURE_RULES[measure];
  const outside = (amount: number) => (rule.unit === 'money' ? amount / 100 : amount);
  const isSum = rule.times === null;
  const parts = customers.flatMap((customer) => {
    const part = rule.partOf(customer, day);
    return part ? [{ accountId: customer.accountId, ...part }] : [];
  });
  const sum = addUpParts(parts);
  return {
    value: valueOfParts(rule, sum),
    how: isSum ? 'sum' : 'share',
    times: rule.times,
    sum: { amount: outside(sum.amount), of: isSum ? null : outside(sum.of) },
    unknown: sum.unknown,
    parts: parts.map(({ accountId, amount, of }) => ({
      accountId,
      amount: amount === null ? null : outside(amount),
      of: isSum ? null : outside(of),
    })),
  };
}
