import { parseArgs } from 'node:util';
import { CommandError } from '../process/command-error.ts';

export interface StartOptions {
  dataset: 'demo' | 'ravenstack';
  /** Folder of the dataset's CSV files. */
  from?: string;
  orgPort: number;
  companionPort: number;
  /** Where the local data lives; default `.tenure/<dataset>`. */
  data?: string;
  /** Deletes this dataset's local data before it starts. */
  fresh: boolean;
}

const ORG_PORT = 4600;
const COMPANION_PORT = 4610;

export const START_HELP = `Usage: npm start -- [options]

Starts the local org with data and the companion, and keeps them running until Ctrl-C.

  --dataset NAME          demo (default) or ravenstack
  --from DIR              the folder of the dataset's CSV files (needed for ravenstack)
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
  const dataset = values.dataset ?? 'demo';
  if (dataset !== 'demo' && dataset !== 'ravenstack') {
    throw new CommandError(`--dataset is "${dataset}"; it must be demo or ravenstack.`);
  }
  if (dataset === 'ravenstack' && !values.from) {
    throw new CommandError('--dataset ravenstack needs --from DIR, the folder that holds accounts.csv.');
  }
  return {
    dataset,
    from: values.from,
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

function port(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new CommandError(`${option} is "${text}"; it must be a port from 1 to 65535.`);
  }
  return value;
}
