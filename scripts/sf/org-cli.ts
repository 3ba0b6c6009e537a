import type { RecordFields, SavedFields } from '../org-client/org-client.ts';
import { runSf, type SfEnvironment } from './run-sf.ts';

/** An org that the sf CLI is logged in to. The CLI keeps the token to itself, so it does the talking. */
export interface OrgCli {
  readonly alias: string;
  /** Who is logged in, and where. */
  display(): Promise<OrgLogin>;
  query(soql: string): Promise<SavedFields[]>;
  /** Whether the logged-in user may create records of an object. */
  mayCreate(object: string): Promise<boolean>;
  /** @returns the new record's Id */
  create(object: string, fields: RecordFields): Promise<string>;
  update(object: string, id: string, fields: RecordFields): Promise<void>;
  remove(object: string, id: string): Promise<void>;
  /** What is left of the org's limits, by their API names. */
  limits(): Promise<ReadonlyMap<string, { max: number; remaining: number }>>;
  /** Full names of everything of one metadata type. */
  listMetadata(type: string): Promise<string[]>;
  /** Deploys a folder in metadata format, or with `dryRun` only has it checked. To delete what is gone is a warning. */
  deployMetadata(folder: string, options?: { dryRun?: boolean; ignoreWarnings?: boolean }): Promise<void>;
}

export interface OrgLogin {
  id: string;
  username: string;
  instanceUrl: string;
  apiVersion: string;
}

/** Speaks to an org through commands of the sf CLI. Each takes a second or two. */
export function orgCli(targetOrg: string, sf: SfEnvironment = {}): OrgCli {
  const target = ['--target-org', targetOrg];
  const run = <T>(...args: string[]): Promise<T> => runSf<T>([...args, ...target], sf);
  return {
    alias: targetOrg,
    display: async () => {
      const { id, username, instanceUrl, apiVersion } = await run<OrgLogin>('org', 'display');
      return { id, username, instanceUrl: instanceUrl.replace(/\/+$/, ''), apiVersion };
    },
    query: async (soql) => (await run<{ records: SavedFields[] }>('data', 'query', '--query', soql)).records,
    mayCreate: async (object) =>
      (await run<{ createable: boolean }>('sobject', 'describe', '--sobject', object)).createable,
    create: async (object, fields) =>
      (await run<{ id: string }>('data', 'create', 'record', '--sobject', object, '--values', values(fields)))
        .id,
    update: async (object, id, fields) => {
      const record = ['--sobject', object, '--record-id', id];
      await run('data', 'update', 'record', ...record, '--values', values(fields));
    },
    remove: async (object, id) => {
      await run('data', 'delete', 'record', '--sobject', object, '--record-id', id);
    },
    limits: async () => {
      const limits = await run<{ name: string; max: number; remaining: number }[]>('org', 'list', 'limits');
      return new Map(limits.map(({ name, max, remaining }) => [name, { max, remaining }]));
    },
    listMetadata: async (type) => {
      type Listed = { fullName: string };
      const found = await run<Listed | Listed[] | null>('org', 'list', 'metadata', '--metadata-type', type);
      return [found ?? []].flat().map(({ fullName }) => fullName);
    },
    deployMetadata: async (folder, { dryRun = false, ignoreWarnings = false } = {}) => {
      const flags = [...(dryRun ? ['--dry-run'] : []), ...(ignoreWarnings ? ['--ignore-warnings'] : [])];
      await run('project', 'deploy', 'start', '--metadata-dir', folder, ...flags);
    },
  };
}

/** Values as the CLI takes them: `Name='Acme' Active=true`. */
function values(fields: RecordFields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (value === null) return `${name}=null`;
      return typeof value === 'string' ? `${name}='${value.replaceAll("'", "\\'")}'` : `${name}=${value}`;
    })
    .join(' ');
}
