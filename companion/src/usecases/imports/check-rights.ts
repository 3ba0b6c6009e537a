import type { FieldRights, ImportOrg } from '../import-ports.ts';
import type { Fields, ImportKind, RecordKind, Row } from './kind.ts';
import type { MatchedField } from './match-columns.ts';

/** What an import may write, and what the report has to say of it. */
export interface CheckedRights {
  rights: Map<string, FieldRights>;
  waitingRights: Map<string, FieldRights> | null;
  notes: string[];
}

/**
 * Asks the org what the companion's user may write, before anything is: what a kind can do without is left out and
 * told, anything else that is missing is a problem.
 */
export async function checkRights(
  org: ImportOrg,
  kind: ImportKind,
  fields: readonly MatchedField[],
): Promise<CheckedRights | { problem: string }> {
  if (kind.target === 'usage') return { rights: new Map(), waitingRights: null, notes: [] };
  const rights = await org.fieldRights(kind.object);
  if (!rights) {
    return {
      problem: `The org has no ${kind.object}, or does not let the companion's user make one: ${ASSIGN}`,
    };
  }
  const mapped = new Set(fields.map(({ name }) => name));
  const optional = kind.optional ?? {};
  const wanted = fieldsWritten(kind, mapped);
  const lacking = wanted.filter((name) => !rights.get(name)?.createable);
  const fatal = lacking.filter((name) => !(name in optional));
  if (fatal.length > 0) {
    return { problem: `The companion's user may not set ${fatal.join(', ')} of ${kind.object}: ${ASSIGN}` };
  }
  const notes = new Set(lacking.map((name) => optional[name] ?? ''));
  const waitingRights = kind.waiting ? await org.fieldRights(kind.waiting.object) : null;
  return { rights, waitingRights, notes: [...notes] };
}

const ASSIGN = 'deploy force-app and assign the permission set CS_Import to it.';

/** The fields of the object that rows with these fields would set, told by planning one. */
function fieldsWritten(kind: RecordKind, mapped: ReadonlySet<string>): string[] {
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(kind.fields)) {
    // Days and keys that no check minds: only the names of what comes out are looked at.
    if (mapped.has(name)) row[name] = kind.fields[name]?.type === 'number' ? 1 : '2000-01-01';
  }
  const users = Object.fromEntries(
    [...mapped].filter((name) => kind.fields[name]?.user).map((name) => [name, 'x']),
  );
  const plan = kind.plan(row as Row<Fields>, { accountId: 'x', contactId: null, users, today: '2100-01-01' });
  if ('expected' in plan) return [];
  const all = Object.entries({ ...plan.fields, ...plan.onCreate });
  return [
    ...all.filter(([, value]) => value !== undefined).map(([name]) => name),
    ...(kind.parentField === null ? [] : [kind.parentField]),
  ];
}
