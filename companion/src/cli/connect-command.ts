import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONNECTION_FLOWS, type OrgConnectionRecord } from '../usecases/connection-ports.ts';
import { issueTicket, resealConnections, sealContext } from '../usecases/connect-org.ts';
import { AppError } from '../errors.ts';
import {
  EXIT,
  requireOption,
  textOption,
  UsageError,
  type Command,
  type CommandContext,
  type OptionValues,
} from './command.ts';

const HELP = `Usage: npm run companion -- connect add NAME --login-url URL --flow FLOW --client-id ID [--secret-file FILE]
                                        [--username USER --key-file FILE] [--change-events]
       npm run companion -- connect list
       npm run companion -- connect link NAME
       npm run companion -- connect change-events NAME on|off
       npm run companion -- connect remove NAME
       npm run companion -- connect rotate

Connections to orgs beside that of the environment. Secrets are read from files, sealed with the first of
COMPANION_ENCRYPTION_KEYS, and kept in the database; nothing is ever printed of them. A running service takes up what
was changed within a minute.

  --login-url    the My Domain URL of the org
  --flow         ${CONNECTION_FLOWS.join(', ')}
  --client-id    the consumer key of the External Client App
  --secret-file  a file with the consumer secret: for client-credentials, and for web-server where the app wants one
  --username     for jwt-bearer, whom to log in as
  --key-file     for jwt-bearer, a file with the private key in PEM form
  --change-events  changes in the org wake the sync between its ticks; "change-events" turns it on and off later

With web-server a person logs in once: "link" prints a link for her that holds for an hour. "rotate" seals everything
anew with the first key, so that an old one can be dropped from the environment.

Ends with 1 when the name is taken, and 3 when there is no connection of that name.`;

type Action = (context: CommandContext, values: OptionValues, name: string, more: string) => Promise<number>;

/** Each with how many words it takes. */
const ACTIONS: Record<string, { takes: 0 | 1 | 2; run: Action }> = {
  add: { takes: 1, run: add },
  list: { takes: 0, run: list },
  link: { takes: 1, run: link },
  'change-events': { takes: 2, run: setChangeEvents },
  remove: { takes: 1, run: remove },
  rotate: { takes: 0, run: rotate },
};

/** Adds, lists, links, removes and reseals connections. */
export const connectCommand: Command = {
  name: 'connect',
  summary: 'add, list, link, remove or reseal connections to further orgs',
  help: HELP,
  takesPositionals: true,
  options: {
    'login-url': { type: 'string' },
    flow: { type: 'string' },
    'client-id': { type: 'string' },
    'secret-file': { type: 'string' },
    username: { type: 'string' },
    'key-file': { type: 'string' },
    'change-events': { type: 'boolean' },
  },

  async run(context, values, [name = '', ...rest]) {
    const action = ACTIONS[name];
    if (!action || rest.length !== action.takes)
      throw new UsageError(
        'Expected connect add NAME, list, link NAME, change-events NAME on|off, remove NAME or rotate.',
      );
    return action.run(context, values, rest[0] ?? '', rest[1] ?? '');
  },
};

async function add(context: CommandContext, values: OptionValues, name: string): Promise<number> {
  const flow = CONNECTION_FLOWS.find((each) => each === textOption(values, 'flow'));
  if (!flow) throw new UsageError(`--flow is missing or unknown; expected ${CONNECTION_FLOWS.join(', ')}.`);
  const { store, box } = await context.openConnections();
  const at = context.clock().toISOString();
  const isAdded = await store.addConnection({
    name,
    flow,
    orgId: null,
    loginUrl: readUrl(requireOption(values, 'login-url', 'the My Domain URL of the org')),
    clientId: requireOption(values, 'client-id', 'the consumer key of the app'),
    username: flow === 'jwt-bearer' ? requireOption(values, 'username', 'whom to log in as') : null,
    sealedSecret: null,
    sealedGrant: null,
    changeEvents: values['change-events'] === true,
    createdAt: at,
  });
  if (!isAdded) {
    context.print(`There is a connection "${name}" already: remove it first.`);
    return EXIT.failed;
  }
  const connection = await find(context, name);
  // Sealed for this very connection, so it has to be there first; without its secret it only fails to log in.
  const keep = async (part: 'sealedSecret' | 'sealedGrant', option: string) => {
    const file = textOption(values, option);
    if (file === null || !connection) return;
    const secret = readFileSync(path.resolve(context.folder, file), 'utf8').trim();
    await store.replaceSealed(
      connection.id,
      part,
      null,
      box.seal(secret, sealContext(connection.id, part)),
      at,
    );
  };
  try {
    if (flow === 'client-credentials')
      requireOption(values, 'secret-file', 'a file with the consumer secret');
    if (flow === 'jwt-bearer') requireOption(values, 'key-file', 'a file with the private key');
    await keep('sealedSecret', 'secret-file');
    await keep('sealedGrant', 'key-file');
  } catch (error) {
    await store.removeConnection(name);
    throw error;
  }
  context.print(`Added ${name}.${flow === 'web-server' ? ` Now: connect link ${name}` : ''}`);
  return EXIT.ok;
}

async function list(context: CommandContext): Promise<number> {
  const connections = await (await context.openConnections()).store.listConnections();
  if (connections.length === 0) context.print('There are no connections beside that of the environment.');
  for (const { name, loginUrl, flow, orgId, changeEvents } of connections) {
    const events = changeEvents ? '  change events on' : '';
    context.print(`${name}  ${loginUrl}  ${flow}  ${orgId ?? 'never logged in'}${events}`);
  }
  return EXIT.ok;
}

async function link(context: CommandContext, _values: OptionValues, name: string): Promise<number> {
  const connection = await find(context, name);
  if (!connection) return missing(context, name);
  if (connection.flow !== 'web-server')
    throw new UsageError(`${name} logs in by ${connection.flow}: nobody has to.`);
  const { store, publicUrl } = await context.openConnections();
  const ticket = await issueTicket(connection.id, { store, clock: context.clock });
  context.print(
    'Open this link in a browser within the hour, once, and log in as the user of the companion:',
  );
  context.print(`${publicUrl}/connect/start?ticket=${ticket}`);
  return EXIT.ok;
}

async function setChangeEvents(
  context: CommandContext,
  _values: OptionValues,
  name: string,
  word: string,
): Promise<number> {
  if (word !== 'on' && word !== 'off') throw new UsageError(`Expected on or off after ${name}.`);
  const { store } = await context.openConnections();
  const isKnown = await store.setChangeEvents(name, word === 'on', context.clock().toISOString());
  if (!isKnown) return missing(context, name);
  context.print(`Change events of ${name} are ${word}.`);
  return EXIT.ok;
}

async function remove(context: CommandContext, _values: OptionValues, name: string): Promise<number> {
  if (!(await (await context.openConnections()).store.removeConnection(name))) return missing(context, name);
  context.print(`Removed ${name}. What was kept of its org stays in the database.`);
  return EXIT.ok;
}

async function rotate(context: CommandContext): Promise<number> {
  const count = await resealConnections({ ...(await context.openConnections()), clock: context.clock });
  context.print(`${count} secrets sealed anew with the first key.`);
  return EXIT.ok;
}

async function find(context: CommandContext, name: string): Promise<OrgConnectionRecord | undefined> {
  const { store } = await context.openConnections();
  return (await store.listConnections()).find((each) => each.name === name);
}

function missing(context: CommandContext, name: string): number {
  context.print(`There is no connection "${name}".`);
  return EXIT.nothing;
}

function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new AppError(
    'BAD_URL',
    `--login-url is "${text}"; expected a URL such as https://acme.my.salesforce.com.`,
  );
}
