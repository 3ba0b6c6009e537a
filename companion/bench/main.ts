import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { isMet, type BenchCase, type Outcome } from './outcome.ts';
import { fullRunCase } from './full-run-case.ts';
import { scoringCase } from './scoring-case.ts';
import { changesCase } from './changes-case.ts';

const CASES: BenchCase[] = [scoringCase, fullRunCase, changesCase];
const DEFAULT_ACCOUNTS = 5_000;

const HELP = `npm run bench -- [--only CASE] [--accounts N] [--rounds N] [--json] [--check]
Measures ratios, both sides in one run. Cases: ${CASES.map(({ name }) => name).join(', ')}.
  --accounts N  accounts of a full run (${DEFAULT_ACCOUNTS} unless told)
  --rounds N    how often each side is timed, where a run is long
  --json        the outcomes as JSON
  --check       exit code 1 when a goal is missed`;

const print = (text: string) => void process.stdout.write(`${text}\n`);

const isCount = (value: number) => Number.isInteger(value) && value > 0;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      accounts: { type: 'string', default: String(DEFAULT_ACCOUNTS) },
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const accounts = Number(values.accounts);
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  const chosen = CASES.filter(({ name }) => values.only === undefined || name === values.only);
  if (values.help || chosen.length === 0 || !isCount(accounts) || !isCount(rounds ?? 1)) {
    print(HELP);
    return values.help ? 0 : 2;
  }
  const outcomes: Outcome[] = [];
  for (const each of chosen) {
    const found = await each.run({ accounts, rounds });
    outcomes.push(...found);
    if (!values.json) found.forEach((outcome) => print(describe(outcome)));
  }
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
  if (values.json) print(JSON.stringify({ machine, accounts, outcomes }, null, 2));
  else print(machine);
  return values.check && !outcomes.every(isMet) ? 1 : 0;
}

function describe(outcome: Outcome): string {
  const { name, ours, theirs, ratio, wanted, notes } = outcome;
  const goal = 'atLeast' in wanted ? `at least ${wanted.atLeast}` : `at most ${wanted.atMost}`;
  const verdict = isMet(outcome) ? 'met' : 'MISSED';
  const line = `${name}: ours ${ours}, theirs ${theirs}, ratio ${ratio.toFixed(2)}, wanted ${goal}: ${verdict}`;
  return [line, ...notes.map((note) => `  ${note}`)].join('\n');
}

process.exitCode = await main();
