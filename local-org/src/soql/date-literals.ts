/** A span of days: the first one, and the first one after it. */
export interface DayRange {
  start: string;
  end: string;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const FIXED = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S$/;
const AGO = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO$/;
const DAYS: Readonly<Record<string, [from: number, to: number]>> = {
  YESTERDAY: [-1, 0],
  TODAY: [0, 1],
  TOMORROW: [1, 2],
  // 91 days: today and the 90 before it.
  LAST_90_DAYS: [-90, 1],
  NEXT_90_DAYS: [1, 91],
};

/** Whether a word is a date literal, and whether it takes `:n`. */
export function dateLiteralKind(name: string): 'plain' | 'counted' | undefined {
  if (name in DAYS || FIXED.test(name)) return 'plain';
  return COUNTED.test(name) || AGO.test(name) ? 'counted' : undefined;
}

/**
 * The days a literal stands for. Weeks begin on Sunday (en_US) and fiscal periods are calendar periods, which
 * is how an org starts out. LAST_N_DAYS includes today; the other LAST_N_… end before the present period.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 *
 * @param today the current day, `YYYY-MM-DD`
 * @throws RangeError when the name is no date literal: check with `dateLiteralKind` first
 */
export function dateLiteralRange(name: string, n: number, today: string): DayRange {
  const days = DAYS[name];
  if (days) return range('DAY', days[0], days[1], today);

  const fixed = FIXED.exec(name);
  if (fixed) {
    const from = { LAST: -1, THIS: 0, NEXT: 1 }[fixed[1] as 'LAST' | 'THIS' | 'NEXT'];
    return range(unitOf(fixed[2]), from, from + 1, today);
  }
  const ago = AGO.exec(name);
  if (ago) return range(unitOf(ago[1]), -n, -n + 1, today);

  const counted = COUNTED.exec(name);
  if (!counted) throw new RangeError(`'${name}' is not a date literal`);
  const unit = unitOf(counted[2]);
  if (counted[1] === 'NEXT') return range(unit, 1, n + 1, today);
  return range(unit, -n, unit === 'DAY' ? 1 : 0, today);
}

function unitOf(name: string | undefined): Unit {
  return (name ?? '').replace('FISCAL_', '') as Unit;
}

function range(unit: Unit, from: number, to: number, today: string): DayRange {
  return { start: startOf(unit, from, today), end: startOf(unit, to, today) };
}

/** The first day of the period that lies `count` periods after the one holding `today`. */
function startOf(unit: Unit, count: number, today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  const starts: Record<Unit, number> = {
    DAY: Date.UTC(year, month, date + count),
    WEEK: Date.UTC(year, month, date - day.getUTCDay() + 7 * count),
    MONTH: Date.UTC(year, month + count, 1),
    QUARTER: Date.UTC(year, month - (month % 3) + 3 * count, 1),
    YEAR: Date.UTC(year + count, 0, 1),
  };
  return new Date(starts[unit]).toISOString().slice(0, 10);
}
