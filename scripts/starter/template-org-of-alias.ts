import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SavedFields } from '../org-client/org-client.ts';
import { runSf } from '../sf/run-sf.ts';
import type { TemplateOrg } from './load-starter-templates.ts';

interface ImportedRecord {
  id: string;
}

/** An org that the sf CLI is logged in to. The CLI keeps the token to itself, so it does the talking. */
export function templateOrgOfAlias(targetOrg: string): TemplateOrg {
  const target = ['--target-org', targetOrg];
  return {
    query: async (soql) =>
      (await runSf<{ records: SavedFields[] }>(['data', 'query', '--query', soql, ...target])).records,
    create: async (object, records) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'tenure-import-'));
      try {
        const file = path.join(folder, `${object}.json`);
        const tree = records.map((fields, index) => ({
          attributes: { type: object, referenceId: `record${index}` },
          ...fields,
        }));
        writeFileSync(file, JSON.stringify({ records: tree }));
        // All or nothing: a refusal of one record is the command's own failure.
        const saved = await runSf<ImportedRecord[]>(['data', 'import', 'tree', '--files', file, ...target]);
        return saved.map(({ id }) => ({ success: true as const, id }));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
