import type { Org } from '../org.ts';
import type { SObject } from '../records/types.ts';
import type { UserContext } from '../security/types.ts';

/** The API lists this many. */
const MAX_LISTED = 200;

/** The reports a user may see, the last changed first; the platform lists those she viewed last. */
export function listReports(org: Org, user: UserContext, path: string): object[] {
  return recordsOf(org, user, 'Report', ['Id', 'Name', 'Format', 'LastModifiedDate']).map(
    ({ Id, Name, Format }) => ({
      id: Id,
      name: Name,
      reportFormat: String(Format).toUpperCase(),
      url: `${path}/reports/${String(Id)}`,
      describeUrl: `${path}/reports/${String(Id)}/describe`,
      instancesUrl: `${path}/reports/${String(Id)}/instances`,
    }),
  );
}

/** The dashboards a user may see. */
export function listDashboards(org: Org, user: UserContext, path: string): object[] {
  return recordsOf(org, user, 'Dashboard', ['Id', 'Title', 'LastModifiedDate']).map(({ Id, Title }) => ({
    id: Id,
    name: Title,
    url: `${path}/dashboards/${String(Id)}`,
    statusUrl: `${path}/dashboards/${String(Id)}/status`,
  }));
}

function recordsOf(org: Org, user: UserContext, from: string, fields: string[]): SObject[] {
  const by = { kind: 'field' as const, path: ['LastModifiedDate'] };
  return org.queries.run(user, {
    from,
    select: fields.map((field) => ({ kind: 'field', path: [field] })),
    orderBy: [{ by, direction: 'DESC' }],
    limit: MAX_LISTED,
  }).records;
}
