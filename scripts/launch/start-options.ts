import { parseArgs } from 'node:util';
import { CommandError } from '../process/command-error.ts';

export interface StartOptions {
  dataset: 'demo' | 'ravenstack' | 'generated';
  /** Folder of the dataset's CSV files. */
  from?: string;
  /** How many accounts are generated; for `generated` alone. */
  accounts?: number;
  orgPort: number;
  companionPort: number;
  /** Where the local data lives; default `.tenure/<dataset>`. */
  data?: string;
  /** Deletes this dataset's local data before it starts. */
  fresh: boolean;
}

const ORG_PORT = 4600;
const COMPANION_PORT = 4610;
const DATASETS = ['demo', 'ravenstack', 'generated'] as const;
const GENERATED_ACCOUNTS = { default: 10_000, max: 100_000 };

export const START_HELP = `Usage: npm start -- [options]

Starts the local org with data and the companion, and keeps them running until Ctrl-C.

  --dataset NAME          demo (default), ravenstack or generated
  --from DIR              the folder of the dataset's CSV files (needed for ravenstack)
  --accounts N            how many accounts to generate (generated alone; default ${GENERATED_ACCOUNTS.default})
  --port N                port of the local org (default ${ORG_PORT}; the next free one if it is taken)
  --companion-port N      port of the companion (default ${COMPANION_PORT})
  --data DIR              where local data lives (default .tenure/<dataset>)
  --fresh                 delete that local data first
  --help                  this text
`;

/**
 * Reads the command line of `npm start`.
 *
 * @returns the options, or 'help'
 * @throws CommandError naming the option, what it got and what it wants
 */
export function parseStartOptions(argv: readonly string[]): StartOptions | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  const named = values.dataset ?? 'demo';
  const dataset = DATASETS.find((known) => known === named);
  if (!dataset) throw new CommandError(`--dataset is "${named}"; it must be demo, ravenstack or generated.`);
  if (dataset === 'ravenstack' && !values.from) {
    throw new CommandError('--dataset ravenstack needs --from DIR, the folder that holds accounts.csv.');
  }
  if (dataset !== 'generated' && values.accounts !== undefined) {
    throw new CommandError(`--accounts is for --dataset generated; ${dataset} has its own accounts.`);
  }
  return {
    dataset,
    from: values.from,
    accounts: dataset === 'generated' ? accountCount(values.accounts) : undefined,
    orgPort: port('--port', values.port, ORG_PORT),
    companionPort: port('--companion-port', values['companion-port'], COMPANION_PORT),
    data: values.data,
    fresh: values.fresh ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        dataset: { type: 'string' },
        from: { type: 'string' },
        accounts: { type: 'string' },
        port: { type: 'string' },
        'companion-port': { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${START_HELP}`, { cause: error });
  }
}

function accountCount(text: string | undefined): number {
  if (text === undefined) return GENERATED_ACCOUNTS.default;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > GENERATED_ACCOUNTS.max) {
    throw new CommandError(
      `--accounts is "${text}"; it must be a whole number from 1 to ${GENERATED_ACCOUNTS.max}.`,
    );
  }
  return value;
}

function port(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new CommandError(`${option} is "${text}"; it must be a port from 1 to 65535.`);
  }
  return value;
}
