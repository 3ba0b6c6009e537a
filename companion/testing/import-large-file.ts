// Imports a file into an org that keeps nothing, and prints what came of it. A test runs it with little memory.
import { detectDelimiter } from '../src/csv/detect-delimiter.ts';
import { inspectFile } from '../src/csv/inspect-file.ts';
import { readCsv } from '../src/csv/read-csv.ts';
import type { ImportOrg, ImportStore } from '../src/usecases/import-ports.ts';
import { importFile } from '../src/usecases/imports/import-file.ts';
import { accountsKind } from '../src/usecases/imports/kinds/accounts.ts';
import { matchColumns } from '../src/usecases/imports/match-columns.ts';
import { createTally } from '../src/usecases/imports/tally.ts';

const [file = ''] = process.argv.slice(2);
const rights = new Map(
  ['CS_External_Key__c', 'Name', 'Description'].map((name) => [name, { createable: true, updateable: true }]),
);
const org = {
  findByKey: async () => new Map(),
  saveRecords: async (_: object, records: unknown[]) => records.map(() => null),
} as unknown as ImportOrg;
const store = { saveImport: async () => undefined } as unknown as ImportStore;

const { encoding, head, lines } = await inspectFile(file, null);
const heading = ['key', 'name', 'description'];
const match = matchColumns(accountsKind, heading, null);
if ('problem' in match) throw new Error(match.problem);
const tally = createTally();
let written = 0;
await importFile(
  {
    orgId: 'org',
    kind: accountsKind,
    columns: heading.length,
    fields: match.fields,
    lookups: new Map(),
    rights: { rights, waitingRights: null, notes: [] },
    rows: readCsv(file, { encoding, delimiter: detectDelimiter(head) }),
    doneLine: 1,
    tally,
    refused: { bytes: 0, write: async (rows) => void (written += rows.length) },
    runId: 'run',
  },
  {
    org,
    store,
    usage: { recordDays: async () => ({ kept: 0 }) },
    clock: () => new Date(),
    signal: new AbortController().signal,
    progress: () => undefined,
  },
);
process.stdout.write(
  JSON.stringify({ lines, rows: tally.rows, created: tally.created, refused: tally.refused, written }),
);
