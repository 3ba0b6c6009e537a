import type { Org } from '../org.ts';
import type { FolderKind } from '../reports/catalog/report-catalog.ts';
import type { UserContext } from '../security/types.ts';

/** The name field of what the list holds. */
const NAMES: Readonly<Record<FolderKind, string>> = { Report: 'Name', Dashboard: 'Title' };

/** The reports or dashboards that a user may see, by name. */
export function listAnalytics(org: Org, user: UserContext, kind: FolderKind): object[] {
  const name = NAMES[kind];
  const fields = [
    'Id',
    name,
    'Description',
    'FolderName',
    'LastModifiedDate',
    ...(kind === 'Report' ? ['Format'] : []),
  ];
  const { records } = org.queries.run(user, {
    from: kind,
    select: fields.map((field) => ({ kind: 'field', path: [field] })),
    orderBy: [{ by: { kind: 'field', path: [name] }, direction: 'ASC' }],
  });
  return records.map((record) => ({
    id: record.Id,
    name: record[name],
    description: record.Description,
    folder: record.FolderName,
    changed: record.LastModifiedDate,
    format: record.Format ?? null,
  }));
}
