/**
 * What keeps a migration safe while replicas of the version before are still at work: expand first, contract in a later
 * release. A file that has to contract says so in a line of its own, `-- contract: why no running version needs it`.
 */

/** A statement that the version before, or its writes, would not survive. */
interface Rule {
  matches: RegExp;
  says: string;
}

const RULES: readonly Rule[] = [
  {
    matches: /\bDROP\s+(TABLE|COLUMN|TYPE|SCHEMA)\b/i,
    says: 'takes away what the version before still uses',
  },
  { matches: /\bRENAME\b/i, says: 'renames what the version before knows by its old name' },
  {
    matches: /\bALTER\s+COLUMN\b[\s\S]*\b(SET\s+DATA\s+)?TYPE\b/i,
    says: 'changes a type, and rewrites the table under a lock',
  },
  {
    matches: /\bALTER\s+COLUMN\b[\s\S]*\bSET\s+NOT\s+NULL\b/i,
    says: 'forbids NULL, which the version before may write',
  },
  {
    matches: /\bALTER\s+COLUMN\b[\s\S]*\bDROP\s+DEFAULT\b/i,
    says: 'drops a default that the version before leans on',
  },
  { matches: /\bTRUNCATE\b/i, says: 'empties a table' },
];

const NOT_NULL_COLUMN = /\bADD\s+COLUMN\b(?:(?!,\s*ADD\b)[\s\S])*?\bNOT\s+NULL\b(?:(?!,\s*ADD\b)[\s\S])*/gi;
const CONTRACT = /^--[ \t]*contract:[ \t]*\S/im;

/** What of a migration is not safe with two versions at work; empty where all is, or where the file says why it may be. */
export function findUnsafeStatements(sql: string): string[] {
  if (CONTRACT.test(sql)) return [];
  const statements = sql
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  const made = new Set(
    statements.flatMap((statement) => tableOf(statement, /^CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?/i)),
  );
  return statements.flatMap((statement) =>
    judge(statement, made).map((why) => `${firstLine(statement)}: ${why}`),
  );
}

function judge(statement: string, made: ReadonlySet<string>): string[] {
  const found = RULES.filter(({ matches }) => matches.test(statement)).map(({ says }) => says);
  const columns = statement.match(NOT_NULL_COLUMN) ?? [];
  if (columns.some((column) => !/\bDEFAULT\b/i.test(column))) {
    found.push(
      'adds a column that has to be filled, which the version before does not fill; give it a DEFAULT',
    );
  }
  const [indexed] = tableOf(statement, /^CREATE\s+(?:UNIQUE\s+)?INDEX\b(?!\s+CONCURRENTLY)[\s\S]*?\bON\s+/i);
  if (indexed !== undefined && !made.has(indexed)) {
    const isUnique = /^CREATE\s+UNIQUE/i.test(statement);
    found.push(
      isUnique
        ? 'forbids rows that the version before may write'
        : 'locks a table with rows while it is built; make it CONCURRENTLY, alone in a migration, or say "-- contract: small table"',
    );
  }
  const [constrained] = tableOf(statement, /^ALTER\s+TABLE\s+(?:ONLY\s+)?(?=[\s\S]*\bADD\s+CONSTRAINT\b)/i);
  if (constrained !== undefined && !made.has(constrained) && !/\bNOT\s+VALID\b/i.test(statement)) {
    found.push('checks every row under a lock, and forbids what the version before may write');
  }
  return found;
}

/** The table that a statement names after a beginning; none when it does not begin so. */
function tableOf(statement: string, beginning: RegExp): string[] {
  const match = beginning.exec(statement);
  const name = match ? /^"?(\w+)"?/.exec(statement.slice(match.index + match[0].length))?.[1] : undefined;
  return name === undefined ? [] : [name];
}

const firstLine = (statement: string) => statement.split('\n')[0] ?? '';
