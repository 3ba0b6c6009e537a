import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hookMapping, type HookMapping } from '../http/hooks/hook-mapping.ts';
import { HOOK_SOURCES, type HookSource, type Webhook } from '../usecases/inbound-ports.ts';
import { createWebhook, hookPath } from '../usecases/webhooks.ts';
import { chooseOrg, ORG_OPTION } from './choose-org.ts';
import {
  EXIT,
  textOption,
  UsageError,
  type Command,
  type CommandContext,
  type OptionValues,
} from './command.ts';

const HELP = `Usage: npm run companion -- hook create SOURCE [--name NAME] [--map FILE] [--secret-file FILE] [--org ID|NAME]
       npm run companion -- hook secret ID --secret-file FILE [--org ID|NAME]
       npm run companion -- hook list [--org ID|NAME]
       npm run companion -- hook inbox [--org ID|NAME]
       npm run companion -- hook revoke ID [--org ID|NAME]

Where systems outside send their tickets and survey answers. SOURCE is one of ${HOOK_SOURCES.join(', ')};
docs/webhooks.md tells how to set each of them up. A secret that is made here is printed once, and kept sealed.

  --name         what the hook is for
  --map          a JSON file that says how statuses, organisations and questions are read
  --secret-file  a file whose only line is the secret that the other system made (Zendesk, Delighted)

"inbox" shows what waits because no account was found for it.

Ends with 3 when there is no hook of that ID.`;

const ACTIONS: Record<string, number> = { create: 1, secret: 1, list: 0, inbox: 0, revoke: 1 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHOWN = 50;

/** Makes, lists and revokes the hooks of outside systems, and shows what waits. */
export const hookCommand: Command = {
  name: 'hook',
  summary: 'create, list or revoke webhooks of other systems',
  help: HELP,
  takesPositionals: true,
  options: {
    ...ORG_OPTION,
    name: { type: 'string' },
    map: { type: 'string' },
    'secret-file': { type: 'string' },
  },

  async run(context, values, [action = '', ...rest]) {
    if (ACTIONS[action] !== rest.length) {
      throw new UsageError(
        'Expected hook create SOURCE, hook secret ID, hook list, hook inbox or hook revoke ID.',
      );
    }
    const [subject = ''] = rest;
    if (action === 'create') return create(context, values, subject);
    const store = await context.openStore();
    const { orgId } = await chooseOrg(store, values);
    if (action === 'list') {
      const hooks = await store.listWebhooks(orgId);
      (hooks.length === 0 ? ['There are no hooks.'] : hooks.map(describe)).forEach(context.print);
      return EXIT.ok;
    }
    if (action === 'inbox') {
      const { held, queued, newest } = await store.waitingInbound(orgId, SHOWN);
      context.print(`${held} tickets and ${queued} answers wait for an account.`);
      newest.forEach(({ kind, key, since, reason }) =>
        context.print(`${kind} ${key}, since ${since.slice(0, 16)}Z: ${reason ?? 'waits for a person'}`),
      );
      return EXIT.ok;
    }
    const isSecret = action === 'secret';
    const secret = isSecret ? readSecret(context, values) : null;
    if (isSecret && secret === null)
      throw new UsageError('--secret-file is missing; expected a file with the secret.');
    const now = context.clock().toISOString();
    const isDone =
      UUID.test(subject) &&
      (secret === null
        ? await store.revokeWebhook(orgId, subject, now)
        : await store.replaceSecret(orgId, subject, secret));
    const done = isSecret ? `The hook ${subject} has its new secret.` : `Revoked ${subject}.`;
    context.print(isDone ? done : `There is no hook ${subject} that still holds.`);
    return isDone ? EXIT.ok : EXIT.nothing;
  },
};

async function create(context: CommandContext, values: OptionValues, source: string): Promise<number> {
  if (!isSource(source)) {
    throw new UsageError(`"${source}" is no source; expected one of ${HOOK_SOURCES.join(', ')}.`);
  }
  const given = readSecret(context, values);
  const mapping = readMapping(context, values);
  const store = await context.openStore();
  const { orgId } = await chooseOrg(store, values);
  const createdAt = context.clock().toISOString();
  const about = { source, name: textOption(values, 'name') ?? source, mapping, createdAt };
  const { hook, secret } = await createWebhook(orgId, about, given, store);
  context.print(describe(hook));
  context.print(`Send events with POST to: ${hookPath(hook)}, below the public address of the companion`);
  if (given === null) context.print(`The secret, shown this once: ${secret}`);
  return EXIT.ok;
}

const isSource = (name: string): name is HookSource => HOOK_SOURCES.some((source) => source === name);

function readSecret({ folder }: CommandContext, values: OptionValues): string | null {
  const file = textOption(values, 'secret-file');
  if (file === null) return null;
  const secret = readText(folder, file, '--secret-file').trim();
  if (secret.length >= 16 && !/\s/.test(secret)) return secret;
  throw new UsageError(`--secret-file ${file} holds no secret; expected one line of at least 16 characters.`);
}

function readMapping({ folder }: CommandContext, values: OptionValues): HookMapping {
  const file = textOption(values, 'map');
  if (file === null) return {};
  const read = hookMapping.safeParse(parse(readText(folder, file, '--map'), file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new UsageError(`--map ${file} does not hold${place && ` at ${place}`}: ${issue?.message}.`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--map ${file} is not JSON; docs/webhooks.md has an example.`);
  }
}

function readText(folder: string, file: string, option: string): string {
  try {
    return readFileSync(path.resolve(folder, file), 'utf8');
  } catch {
    throw new UsageError(`${option} names ${file}, which cannot be read.`);
  }
}

function describe({ id, source, name, createdAt, lastUsedAt, revokedAt }: Webhook): string {
  const state = revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : 'holds';
  const used = lastUsedAt ? `last delivery ${lastUsedAt.slice(0, 16)}Z` : 'no delivery yet';
  return `${id}  ${source}  ${name}: ${state}, made ${createdAt.slice(0, 10)}, ${used}`;
}
