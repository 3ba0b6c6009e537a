import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from '../store/statements.ts';

/** An email that the org would have sent. Nothing leaves this machine. */
export interface SentEmail {
  id: number;
  /** ISO 8601. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  body: string;
}

export interface SentMail {
  add(email: Omit<SentEmail, 'id'>): void;
  /** The newest first. */
  list(limit: number): SentEmail[];
  /** Addresses written to since a time. */
  countSince(at: string): number;
}

/** Keeps what was "sent" in the org's database. */
export function createSentMail(database: DatabaseSync, statements: Statements): SentMail {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _sent_mail (
       id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
       subject TEXT NOT NULL, body TEXT NOT NULL) STRICT`,
  );
  return {
    add({ at, from, to, subject, body }) {
      statements('INSERT INTO _sent_mail (at, sender, recipients, subject, body) VALUES (?, ?, ?, ?, ?)').run(
        ...[at, from, JSON.stringify(to), subject, body],
      );
    },
    list(limit) {
      const rows = statements('SELECT * FROM _sent_mail ORDER BY id DESC LIMIT ?').all(limit);
      return rows.map((row) => ({
        id: Number(row.id),
        at: String(row.at),
        from: String(row.sender),
        to: JSON.parse(String(row.recipients)) as string[],
        subject: String(row.subject),
        body: String(row.body),
      }));
    },
    countSince(at) {
      const sql = 'SELECT coalesce(sum(json_array_length(recipients)), 0) AS n FROM _sent_mail WHERE at >= ?';
      return Number(statements(sql).get(at)?.n);
    },
  };
}
