import path from 'node:path';
import { z } from 'zod';
import type { EncryptionKey } from '../encryption-key.ts';
import { AppError } from '../errors.ts';
import { defaultAudience } from './default-audience.ts';
import { withSecretFiles } from './secret-files.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** How the companion proves to the org who it is. */
export type Credentials =
  | { flow: 'client-credentials'; clientId: string; clientSecret: string }
  | { flow: 'jwt-bearer'; clientId: string; username: string; key: { file: string }; audience: string };

/** Whether the companion writes to the org, or computes and shows only. */
export type OrgAccess = 'read-only' | 'write-back';

/** Everything that the environment decides, checked. */
export interface Env {
  salesforce: {
    /** The org that the environment names; null where it names none, and only connected orgs are served. */
    home: { loginUrl: string; credentials: Credentials } | null;
    apiVersion: string;
    /** Share of the org's daily API calls below which the companion keeps, in percent. */
    budgetPercent: number;
    access: OrgAccess;
    /** Whether change events of the org wake syncs between the ticks. */
    changeEvents: boolean;
  };
  database: { url: string } | { folder: string };
  http: { host: string; port: number; requestsPerMinute: number; publicUrl: string };
  sync: { cron: string; onStart: boolean; requestPollSeconds: number };
  /** How long what a replica has taken up stays its own without a sign of life, in seconds. */
  leaseSeconds: number;
  /** When alerts are looked after between syncs, and how much of the org's limits they may use up. */
  alerts: { cron: string; bellsPerHour: number; emailsPerDay: number };
  log: { level: string; format: 'json' | 'pretty' };
  /** The first seals secrets that are kept, all of them open; empty where no secret is to be kept. */
  encryptionKeys: EncryptionKey[];
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, 'not a whole number')
    .transform(Number)
    .refine((value) => value >= from && value <= to, `not between ${from} and ${to}`);

const url = (protocol: RegExp, what: string) => z.url({ protocol, error: `not ${what}` });

/** AES-256. */
const ENCRYPTION_KEY_BYTES = 32;

/** Cron in five fields, or six with seconds first: what node-cron takes. Its own check is made when jobs are planned. */
const CRON = /^(\S+\s+){4,5}\S+$/;

const encryptionKeys = z.string().transform((text, context): EncryptionKey[] =>
  text.split(',').map((entry) => {
    const [, id = '', base64 = ''] = /^([\w-]+):([\w+/-]+=*)$/.exec(entry.trim()) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length !== ENCRYPTION_KEY_BYTES) context.addIssue('not names with keys of 32 bytes');
    return { id, bytes };
  }),
);

const schema = z.object({
  SALESFORCE_LOGIN_URL: url(/^https?$/, 'an http or https URL'),
  SALESFORCE_CLIENT_ID: z.string().min(1, 'empty'),
  SALESFORCE_CLIENT_SECRET: z.string().min(1, 'empty').optional(),
  SALESFORCE_USERNAME: z.string().min(1, 'empty').optional(),
  SALESFORCE_JWT_KEY_FILE: z.string().min(1, 'empty').optional(),
  SALESFORCE_AUDIENCE: url(/^https?$/, 'an http or https URL').optional(),
  SALESFORCE_API_VERSION: z
    .string()
    .regex(/^\d{2}\.0$/, 'not an API version')
    .default('66.0'),
  SALESFORCE_API_BUDGET_PERCENT: wholeNumber(1, 100).default(50),
  SALESFORCE_ACCESS: z.enum(['read-only', 'write-back'], 'not read-only or write-back').default('write-back'),
  SALESFORCE_CHANGE_EVENTS: z.enum(['on', 'off'], 'not on or off').default('off'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'a PostgreSQL URL').optional(),
  COMPANION_DATA_DIR: z.string().min(1, 'empty').default('.tenure/companion'),
  COMPANION_HOST: z.string().min(1, 'empty').default('127.0.0.1'),
  COMPANION_PORT: wholeNumber(0, 65_535).default(4610),
  COMPANION_PUBLIC_URL: url(/^https?$/, 'an http or https URL').optional(),
  API_REQUESTS_PER_MINUTE: wholeNumber(1, 100_000).default(600),
  SYNC_CRON: z.string().regex(CRON, 'not a cron expression').default('*/15 * * * *'),
  SYNC_ON_START: z.enum(['true', 'false'], 'not true or false').default('true'),
  REQUEST_POLL_SECONDS: wholeNumber(1, 3600).default(15),
  COMPANION_LEASE_SECONDS: wholeNumber(10, 3600).default(120),
  ALERTS_CRON: z.string().regex(CRON, 'not a cron expression').default('*/5 * * * *'),
  // Half of the 10,000 notifications an org takes in an hour, and few emails: both limits are shared with all else that
  // the org sends, and that of email depends on its edition.
  ALERT_BELLS_PER_HOUR: wholeNumber(0, 10_000).default(5000),
  ALERT_EMAILS_PER_DAY: wholeNumber(0, 100_000).default(500),
  COMPANION_ENCRYPTION_KEYS: encryptionKeys.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'not a log level')
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty'], 'not json or pretty').default('json'),
});

/** They name an org; without any of them the companion serves those that are connected. */
const ORG_VARIABLES = [
  'SALESFORCE_LOGIN_URL',
  'SALESFORCE_CLIENT_ID',
  'SALESFORCE_CLIENT_SECRET',
  'SALESFORCE_USERNAME',
  'SALESFORCE_JWT_KEY_FILE',
] as const;
const orglessSchema = schema.partial({ SALESFORCE_LOGIN_URL: true, SALESFORCE_CLIENT_ID: true });

/** What each variable should look like, for the message of a bad one. */
const EXPECTED: Record<keyof z.infer<typeof schema>, string> = {
  SALESFORCE_LOGIN_URL: 'the My Domain URL of the org, such as https://acme.my.salesforce.com',
  SALESFORCE_CLIENT_ID: 'the consumer key of the External Client App',
  SALESFORCE_CLIENT_SECRET: 'the consumer secret of the External Client App',
  SALESFORCE_USERNAME: 'the username to log in as, such as companion@acme.example',
  SALESFORCE_JWT_KEY_FILE: 'a file with the private key in PEM form, such as .tenure/companion.key',
  SALESFORCE_AUDIENCE: 'a URL such as https://test.salesforce.com',
  SALESFORCE_API_VERSION: 'a version such as 66.0',
  SALESFORCE_API_BUDGET_PERCENT: 'a whole number from 1 to 100, such as 50',
  SALESFORCE_ACCESS: 'read-only or write-back',
  SALESFORCE_CHANGE_EVENTS: 'on or off',
  DATABASE_URL: 'a URL such as postgresql://tenure@db.example:5432/tenure',
  COMPANION_DATA_DIR: 'a folder such as .tenure/companion',
  COMPANION_HOST: 'an address to listen on, such as 127.0.0.1',
  COMPANION_PORT: 'a port from 0 to 65535, such as 4610',
  COMPANION_PUBLIC_URL:
    'the URL at which browsers reach the companion, such as https://companion.acme.example',
  API_REQUESTS_PER_MINUTE: 'a whole number from 1 to 100000, such as 600',
  SYNC_CRON: 'five fields, such as */15 * * * *',
  SYNC_ON_START: 'true or false',
  REQUEST_POLL_SECONDS: 'whole seconds from 1 to 3600, such as 15',
  COMPANION_LEASE_SECONDS: 'whole seconds from 10 to 3600, such as 120',
  ALERTS_CRON: 'five fields, such as */5 * * * *',
  ALERT_BELLS_PER_HOUR: 'a whole number from 0 to 10000, such as 5000',
  ALERT_EMAILS_PER_DAY: 'a whole number from 0 to 100000, such as 500',
  COMPANION_ENCRYPTION_KEYS:
    'names with 32 bytes in base64 each, the newest first, such as 2026:<key>,2025:<key>; make one with ' +
    '"openssl rand -base64 32"',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  LOG_FORMAT: 'json or pretty',
};

/** Every variable that is read. */
export const ENV_NAMES: readonly string[] = Object.keys(EXPECTED);

/** The environment of this process. */
export const processEnvironment = (): Record<string, string | undefined> => process.env;

/**
 * Reads the environment once. Empty variables count as not set.
 *
 * @throws {AppError} BAD_ENVIRONMENT with one line for each variable that is wrong. Values are never repeated: they
 *   may be secrets.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const values = parse(namesOrg(source) ? schema : orglessSchema, source);
  return {
    salesforce: {
      home: readHome(values),
      apiVersion: values.SALESFORCE_API_VERSION,
      budgetPercent: values.SALESFORCE_API_BUDGET_PERCENT,
      access: values.SALESFORCE_ACCESS,
      changeEvents: values.SALESFORCE_CHANGE_EVENTS === 'on',
    },
    database: locateDatabase(values),
    http: {
      host: values.COMPANION_HOST,
      port: values.COMPANION_PORT,
      requestsPerMinute: values.API_REQUESTS_PER_MINUTE,
      publicUrl: publicUrlOf(values),
    },
    sync: {
      cron: values.SYNC_CRON,
      onStart: values.SYNC_ON_START === 'true',
      requestPollSeconds: values.REQUEST_POLL_SECONDS,
    },
    leaseSeconds: values.COMPANION_LEASE_SECONDS,
    alerts: {
      cron: values.ALERTS_CRON,
      bellsPerHour: values.ALERT_BELLS_PER_HOUR,
      emailsPerDay: values.ALERT_EMAILS_PER_DAY,
    },
    log: { level: values.LOG_LEVEL, format: values.LOG_FORMAT },
    encryptionKeys: values.COMPANION_ENCRYPTION_KEYS ?? [],
  };
}

/** The database alone, for commands that need no org. */
export function readDatabaseLocation(
  source: Record<string, string | undefined> = process.env,
): Env['database'] {
  return locateDatabase(parse(schema.pick({ DATABASE_URL: true, COMPANION_DATA_DIR: true }), source));
}

/** What connections to further orgs need of the environment, for commands that need no org. */
export function readConnectionEnv(
  source: Record<string, string | undefined> = process.env,
): Pick<Env, 'encryptionKeys'> & Pick<Env['http'], 'publicUrl'> {
  const shape = schema.pick({
    COMPANION_ENCRYPTION_KEYS: true,
    COMPANION_PUBLIC_URL: true,
    COMPANION_PORT: true,
  });
  const values = parse(shape, source);
  return { encryptionKeys: values.COMPANION_ENCRYPTION_KEYS ?? [], publicUrl: publicUrlOf(values) };
}

function publicUrlOf(values: { COMPANION_PUBLIC_URL?: string | undefined; COMPANION_PORT: number }): string {
  const { COMPANION_PUBLIC_URL: given, COMPANION_PORT: port } = values;
  return (given ?? `http://localhost:${port}`).replace(/\/$/, '');
}

/** The keys of sealed secrets alone, for commands that need no org. */
export function readEncryptionKeys(
  source: Record<string, string | undefined> = process.env,
): Env['encryptionKeys'] {
  return parse(schema.pick({ COMPANION_ENCRYPTION_KEYS: true }), source).COMPANION_ENCRYPTION_KEYS ?? [];
}

function locateDatabase(values: { DATABASE_URL?: string; COMPANION_DATA_DIR: string }): Env['database'] {
  if (values.DATABASE_URL !== undefined) return { url: values.DATABASE_URL };
  return { folder: path.resolve(ROOT, values.COMPANION_DATA_DIR) };
}

function parse<T>(shape: z.ZodType<T>, source: Record<string, string | undefined>): T {
  const present = Object.fromEntries(
    Object.entries(withSecretFiles(source)).filter(([, value]) => value?.trim()),
  );
  const parsed = shape.safeParse(present);
  if (!parsed.success) throw badEnvironment(parsed.error.issues.map(describeIssue));
  return parsed.data;
}

/** Whether the environment names an org, be it in part. */
function namesOrg(source: Record<string, string | undefined>): boolean {
  return ORG_VARIABLES.some((name) => source[name]?.trim());
}

/** For whom an org is needed and the environment names none: what it would have to say. */
export function tellMissingOrg(): string {
  return `SALESFORCE_LOGIN_URL is not set; expected ${EXPECTED.SALESFORCE_LOGIN_URL}`;
}

function readHome(values: z.infer<typeof orglessSchema>): Env['salesforce']['home'] {
  const { SALESFORCE_LOGIN_URL: loginUrl, SALESFORCE_CLIENT_ID: clientId } = values;
  if (loginUrl === undefined || clientId === undefined) return null;
  const given = { ...values, SALESFORCE_LOGIN_URL: loginUrl, SALESFORCE_CLIENT_ID: clientId };
  return { loginUrl: new URL(loginUrl).origin, credentials: chooseCredentials(given) };
}

function chooseCredentials(values: z.infer<typeof schema>): Credentials {
  const clientId = values.SALESFORCE_CLIENT_ID;
  if (values.SALESFORCE_CLIENT_SECRET !== undefined) {
    return { flow: 'client-credentials', clientId, clientSecret: values.SALESFORCE_CLIENT_SECRET };
  }
  const { SALESFORCE_USERNAME: username, SALESFORCE_JWT_KEY_FILE: keyFile } = values;
  if (username !== undefined && keyFile !== undefined) {
    const audience = values.SALESFORCE_AUDIENCE ?? defaultAudience(values.SALESFORCE_LOGIN_URL);
    return { flow: 'jwt-bearer', clientId, username, key: { file: path.resolve(ROOT, keyFile) }, audience };
  }
  const missing = username === undefined ? 'SALESFORCE_USERNAME' : 'SALESFORCE_JWT_KEY_FILE';
  throw badEnvironment([
    username === undefined && keyFile === undefined
      ? `SALESFORCE_CLIENT_SECRET is not set; expected ${EXPECTED.SALESFORCE_CLIENT_SECRET}, or instead ` +
        'SALESFORCE_USERNAME and SALESFORCE_JWT_KEY_FILE for JWT bearer'
      : `${missing} is not set; expected ${EXPECTED[missing]}`,
  ]);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]) as keyof typeof EXPECTED;
  const isMissing = issue.code === 'invalid_type';
  return `${name} is ${isMissing ? 'not set' : issue.message}; expected ${EXPECTED[name]}`;
}

const badEnvironment = (lines: string[]) => new AppError('BAD_ENVIRONMENT', lines.join('\n'));
