import type { UsageDayRow } from '../../usage-ports.ts';
import { checkRights } from '../check-rights.ts';
import { importFile, type FileRow } from '../import-file.ts';
import { IMPORT_KINDS } from '../kinds.ts';
import { matchColumns } from '../match-columns.ts';
import type { Mapping } from '../mapping.ts';
import { createTally, type Tally } from '../tally.ts';
import { MemoryImportOrg, MemoryImportStore } from './memory-imports.ts';

/** The time at which imports of tests take place. */
export const NOW = '2026-11-23T09:00:00.000Z';

/** An org, a store and refused lines in memory, and a way to import rows of text into them. */
export function setupImports() {
  const org = new MemoryImportOrg();
  const store = new MemoryImportStore();
  const days: UsageDayRow[][] = [];
  const errors: string[] = [];
  const stopping = new AbortController();

  async function run(
    kindName: string,
    lines: readonly string[],
    options: { mapping?: Mapping; dryRun?: boolean; resume?: boolean } = {},
  ): Promise<{ tally: Tally; isDone: boolean }> {
    const kind = IMPORT_KINDS.find(({ name }) => name === kindName);
    if (!kind) throw new Error(`no kind ${kindName}`);
    const [heading = [], ...rows] = lines.map((line) => line.split(','));
    const match = matchColumns(kind, heading, options.mapping ?? null);
    if ('problem' in match) throw new Error(match.problem);
    const rights = await checkRights(org, kind, match.fields);
    if ('problem' in rights) throw new Error(rights.problem);
    const identity = { kind: kindName, fingerprint: lines.join('\n'), mappingHash: 'm' };
    const earlier = options.resume ? await store.findUnfinishedImport('org', identity) : null;
    const run = { ...identity, file: 'f.csv', errorFile: 'e.csv', at: NOW };
    const runId = options.dryRun ? null : (earlier?.id ?? (await store.startImport('org', run)));
    errors.length = earlier?.errorBytes ?? 0;
    const tally = earlier?.line ? (structuredClone(earlier.tally) as Tally) : createTally();
    const refused = {
      get bytes() {
        return errors.length;
      },
      write: async (more: readonly (readonly (string | number)[])[]) => {
        errors.push(...more.map((cells) => cells.join('|')));
      },
    };
    const job = {
      orgId: 'org',
      kind,
      columns: heading.length,
      fields: match.fields,
      lookups: new Map(),
      rights,
      rows: pages(rows),
      doneLine: earlier?.line || 1,
      tally,
      refused,
      runId,
    };
    const isDone = await importFile(job, {
      org,
      store,
      usage: {
        recordDays: async (_orgId, rows) => {
          days.push(rows);
          return { kept: rows.length };
        },
      },
      clock: () => new Date(NOW),
      signal: stopping.signal,
      progress: () => undefined,
    });
    if (runId !== null && isDone) await store.setImportState(runId, 'done', NOW);
    return { tally, isDone };
  }

  return { org, store, days, errors, stopping, run };
}

async function* pages(rows: string[][]): AsyncGenerator<FileRow[]> {
  yield rows.map((cells, index) => ({ line: index + 2, cells }));
}
