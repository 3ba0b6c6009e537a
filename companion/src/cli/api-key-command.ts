import { createApiKey } from '../usecases/api-keys.ts';
import { API_SCOPES, READ_SCOPES, type ApiKey, type ApiScope } from '../usecases/query-ports.ts';
import { chooseOrg, ORG_OPTION } from './choose-org.ts';
import { EXIT, numberOption, requireOption, textOption, UsageError, type Command } from './command.ts';

const MAX_DAYS = 3650;
const DAY_MS = 86_400_000;

const HELP = `Usage: npm run companion -- api-key create --name NAME [--scopes LIST] [--days N] [--org ID|NAME]
       npm run companion -- api-key list [--org ID|NAME]
       npm run companion -- api-key revoke ID [--org ID|NAME]

Keys of the HTTP API under /v1. A key is printed once, when it is made; the database keeps its hash only.

  --name    whom or what the key is for
  --scopes  what it may do, separated by commas: ${API_SCOPES.join(', ')}; what is only
            read unless given
  --days    for how many days it holds; without an end unless given
  --org     which org, by its id, its name or that of its connection, where the database knows several

Ends with 3 when there is no key of that ID to revoke.`;

/** Makes, lists and revokes keys of the HTTP API. */
export const apiKeyCommand: Command = {
  name: 'api-key',
  summary: 'create, list or revoke keys of the HTTP API',
  help: HELP,
  takesPositionals: true,
  options: {
    ...ORG_OPTION,
    name: { type: 'string' },
    scopes: { type: 'string' },
    days: { type: 'string' },
  },

  async run(context, values, [action, ...rest]) {
    const wants = action === 'revoke' ? 1 : 0;
    if (!['create', 'list', 'revoke'].includes(action ?? '') || rest.length !== wants) {
      throw new UsageError('Expected api-key create, api-key list, or api-key revoke with the ID of a key.');
    }
    const [now, store] = [context.clock(), await context.openStore()];
    const { orgId } = await chooseOrg(store, values);
    if (action === 'list') {
      const keys = await store.listKeys(orgId);
      (keys.length === 0 ? ['There are no keys.'] : keys.map((key) => describe(key, now))).forEach(
        context.print,
      );
      return EXIT.ok;
    }
    if (action === 'revoke') {
      const isGone =
        UUID.test(rest[0] ?? '') && (await store.revokeKey(orgId, rest[0] ?? '', now.toISOString()));
      context.print(isGone ? `Revoked ${rest[0]}.` : `There is no key ${rest[0]} that still holds.`);
      return isGone ? EXIT.ok : EXIT.nothing;
    }
    const days = numberOption(values, 'days', { from: 0, to: MAX_DAYS, otherwise: 0 });
    const { key, secret } = await createApiKey(
      orgId,
      {
        name: requireOption(values, 'name', 'whom or what the key is for'),
        scopes: readScopes(textOption(values, 'scopes')),
        createdAt: now.toISOString(),
        expiresAt: days === 0 ? null : new Date(now.getTime() + days * DAY_MS).toISOString(),
      },
      store,
    );
    context.print(describe(key, now));
    context.print(`The key, shown this once: ${secret}`);
    return EXIT.ok;
  },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readScopes(text: string | null): ApiScope[] {
  if (text === null) return [...READ_SCOPES];
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !API_SCOPES.some((scope) => scope === name));
  if (wrong === undefined) return API_SCOPES.filter((scope) => names.includes(scope));
  throw new UsageError(`--scopes has "${wrong}"; expected some of ${API_SCOPES.join(', ')}.`);
}

function describe(
  { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiKey,
  now: Date,
) {
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
  const state = revokedAt ? `revoked ${day(revokedAt)}` : isOver ? `ended ${day(expiresAt)}` : 'holds';
  const used = lastUsedAt ? `last used ${day(lastUsedAt)}` : 'never used';
  const end = expiresAt && !isOver ? ` until ${day(expiresAt)}` : '';
  return `${id}  ${prefix}…  ${name}: ${state}${end}, made ${day(createdAt)}, ${used}; ${scopes.join(', ')}`;
}

const day = (time: string) => time.slice(0, 10);
