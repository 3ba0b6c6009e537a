import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { configRefOf } from './config-ref.ts';
import { shortHash } from './hash.ts';
import type { HashedConfig, OrgReader, SyncStore } from './ports.ts';

/** What scores are made with now. `problem` says why it is not what the org holds; null when it is. */
export interface ConfigState {
  version: string;
  hash: string;
  recordId: string | null;
  /** For how many days a score counts. */
  validDays?: number | undefined;
  problem: string | null;
}

/** Where the configuration of a run comes from. */
export interface ConfigSource {
  /** The configuration to score with now. */
  load(at: string): Promise<HashedConfig>;
  /** How that went the last time; null before the first. */
  state(): ConfigState | null;
}

/**
 * Reads the active configuration of an org before every run. While there is none or it is at fault, scores go on with
 * the one that was used last, or the starter configuration in an org that never had one, and the state says so.
 */
export function createConfigSource(
  orgId: string,
  {
    reader,
    store,
  }: { reader: Pick<OrgReader, 'readScoringConfig'>; store: Pick<SyncStore, 'keepConfig' | 'lastConfig'> },
): ConfigSource {
  let state: ConfigState | null = null;
  return {
    async load(at) {
      const reading = await reader.readScoringConfig();
      const isRead = reading.kind === 'read';
      const config = isRead ? hashed(reading.config, reading.recordId) : await fallBack(orgId, store);
      const problem = isRead ? null : tellProblem(reading, config);
      await store.keepConfig(orgId, config, at);
      state = { ...configRefOf(config), problem };
      return config;
    },
    state: () => state,
  };
}

async function fallBack(orgId: string, store: Pick<SyncStore, 'lastConfig'>): Promise<HashedConfig> {
  return (await store.lastConfig(orgId)) ?? hashed(STARTER_CONFIG, null);
}

function hashed(body: HashedConfig['body'], recordId: string | null): HashedConfig {
  return { body, hash: shortHash(body), recordId };
}

function tellProblem(
  reading: { kind: 'none' } | { kind: 'invalid'; problem: string },
  { body, recordId }: HashedConfig,
): string {
  const what =
    reading.kind === 'none' ? 'No CS_Scoring_Config__c is active in the org; expected one' : reading.problem;
  const instead = recordId === null ? 'the values that Tenure comes with' : 'the last one that held';
  return `${what}. Until then scores are made with ${instead}, ${body.version}.`;
}
