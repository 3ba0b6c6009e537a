import type { ImportOrg } from '../import-ports.ts';
import { remember } from './account-finder.ts';
import type { Fields, ImportKind, Refs, Row } from './kind.ts';
import type { CellProblem } from './map-row.ts';

/** The users that a row names by field, or those that the org does not have. */
export type FoundUsers = { users: Refs['users'] } | { problems: CellProblem[] };

/** Finds the users that rows name, by username or email address. */
export function createUserFinder(
  org: ImportOrg,
  kind: ImportKind,
): (rows: readonly Row<Fields>[]) => Promise<FoundUsers[]> {
  const names = Object.keys(kind.fields).filter((name) => kind.fields[name]?.user);
  const ask = remember((wanted) => org.userIds(wanted));
  return async (rows) => {
    const wanted = rows.flatMap((row) =>
      names.map((name) => row[name]).filter((value) => typeof value === 'string'),
    );
    const known = names.length === 0 ? new Map<string, string>() : await ask(wanted);
    return rows.map((row) => {
      const users: Refs['users'] = {};
      const problems: CellProblem[] = [];
      for (const name of names) {
        const value = row[name];
        if (typeof value !== 'string') {
          users[name] = value as null | undefined;
          continue;
        }
        const id = known.get(value.toLowerCase());
        if (id === undefined) {
          problems.push({ column: name, value, expected: 'the username or email of an active user' });
        } else if (id === 'several') {
          problems.push({ column: name, value, expected: 'a username, for several users have that address' });
        } else users[name] = id;
      }
      return problems.length > 0 ? { problems } : { users };
    });
  };
}
