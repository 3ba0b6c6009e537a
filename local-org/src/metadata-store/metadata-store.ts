import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from '../store/statements.ts';
import type { Transactions } from '../store/transactions.ts';
import type { MetadataComponent, MetadataStore } from './types.ts';

interface Parts {
  database: DatabaseSync;
  statements: Statements;
  transactions: Transactions;
  now: () => Date;
}

function toComponent(row: Record<string, unknown>): MetadataComponent {
  return {
    type: String(row.type),
    fullName: String(row.full_name),
    files: JSON.parse(String(row.files)) as Record<string, string>,
    lastModifiedDate: String(row.last_modified_date),
  };
}

/** Creates the store of deployed components, in the org's own database. */
export function createMetadataStore({ database, statements, transactions, now }: Parts): MetadataStore {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _components (
       type TEXT NOT NULL, full_name TEXT NOT NULL COLLATE NOCASE,
       files TEXT NOT NULL, last_modified_date TEXT NOT NULL, PRIMARY KEY (type, full_name)
     ) STRICT`,
  );
  let revision = 0;
  const grow = () => void (revision += 1);
  transactions.onRollback(grow);

  return {
    put({ type, fullName, files }) {
      grow();
      statements(
        `INSERT INTO _components (type, full_name, files, last_modified_date) VALUES (?, ?, ?, ?)
         ON CONFLICT (type, full_name) DO UPDATE
           SET files = excluded.files, last_modified_date = excluded.last_modified_date`,
      ).run(type, fullName, JSON.stringify(files), now().toISOString());
    },
    get(type, fullName) {
      const row = statements('SELECT * FROM _components WHERE type = ? AND full_name = ?').get(
        type,
        fullName,
      );
      return row && toComponent(row);
    },
    list: (type) =>
      statements('SELECT * FROM _components WHERE type = ? ORDER BY full_name').all(type).map(toComponent),
    remove(type, fullName) {
      grow();
      const sql = 'DELETE FROM _components WHERE type = ? AND full_name = ?';
      return statements(sql).run(type, fullName).changes > 0;
    },
    revision: () => revision,
  };
}
