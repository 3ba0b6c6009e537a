import { createConfigSource } from '../config-source.ts';
import type { RunControl } from '../ports.ts';
import { syncOrg } from '../sync-org.ts';
import { MemoryOrg } from './memory-org.ts';
import { MemoryStore } from './memory-store.ts';

export const ORG = { orgId: '00D000000000001AAA', name: 'Test', instanceUrl: 'https://test.example' };

/** An org, a store and a clock in memory, with everything that the use cases want. */
export function setup() {
  const org = new MemoryOrg();
  const store = new MemoryStore();
  const time = { now: '2026-11-22T09:00:00.000Z' };
  const deps = {
    reader: org,
    writer: org,
    store,
    config: createConfigSource(ORG.orgId, { reader: org, store }),
    clock: () => new Date(time.now),
  };
  const control: RunControl = { signal: new AbortController().signal, progress: () => undefined };
  return {
    org,
    store,
    time,
    deps,
    sync: (more: Partial<RunControl> = {}) => syncOrg(ORG, deps, { ...control, ...more }),
  };
}
