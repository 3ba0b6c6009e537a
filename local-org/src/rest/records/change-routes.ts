import { notImplemented, SalesforceError } from '../../errors.ts';
import type { Condition, Operand } from '../../soql/ast.ts';
import type { RestRequest, RestResponse, Route } from '../route.ts';
import { visibleObject } from '../visible-object.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** An org looks back this far. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm */
const MAX_DAYS_BACK = 30;
/** The recycle bin keeps a deleted record this long. */
const RECYCLE_BIN_DAYS = 15;

interface Span {
  start: string;
  end: string;
}

function readTime(request: RestRequest, name: 'start' | 'end'): Date {
  const text = request.query.get(name);
  if (text === null) throw new SalesforceError('MISSING_ARGUMENT', `${name} parameter is required`);
  // An unescaped plus sign of a zone arrives as a space.
  const time = new Date(text.replace(/ (\d{2}:?\d{2})$/, '+$1').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time.getTime()) || !/T.*(Z|[+-]\d{2}:?\d{2}| \d{2}:?\d{2})$/.test(text)) {
    throw new SalesforceError('MALFORMED_DATE', `${name}: ${text} is not a date and time with a zone`);
  }
  return time;
}

function readSpan(request: RestRequest): Span {
  const start = toMinute(readTime(request, 'start'));
  const end = toMinute(readTime(request, 'end'));
  if (end.getTime() <= start.getTime()) {
    throw new SalesforceError(
      'INVALID_REPLICATION_DATE',
      'endDate must chronologically be at least one minute later than startDate',
    );
  }
  if (start.getTime() < request.org.now().getTime() - MAX_DAYS_BACK * MS_PER_DAY) {
    throw new SalesforceError(
      'INVALID_REPLICATION_DATE',
      `startDate must be within the last ${MAX_DAYS_BACK} days`,
    );
  }
  return { start: start.toISOString(), end: end.toISOString() };
}

/** An org ignores the seconds of both ends of a span. */
function toMinute(time: Date): Date {
  return new Date(Math.floor(time.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE);
}

function shown(stored: string): string {
  return stored.replace(/Z$/, '+0000');
}

function changedRecords(request: RestRequest, { start, end }: Span, deleted: boolean) {
  const object = visibleObject(request);
  const stamp: Operand = { kind: 'field', path: ['SystemModstamp'] };
  const terms: Condition[] = [
    { kind: 'compare', left: stamp, op: '>=', right: { kind: 'datetime', value: start } },
    { kind: 'compare', left: stamp, op: '<', right: { kind: 'datetime', value: end } },
  ];
  if (object.fields.has('IsDeleted')) {
    const left: Operand = { kind: 'field', path: ['IsDeleted'] };
    terms.push({ kind: 'compare', left, op: '=', right: { kind: 'boolean', value: deleted } });
  } else if (deleted) {
    throw notImplemented(`which records of ${object.name} were deleted`);
  }
  return request.org.queries.run(request.user, {
    from: object.name,
    select: [
      { kind: 'field', path: ['Id'] },
      { kind: 'field', path: ['SystemModstamp'] },
    ],
    where: { kind: 'and', terms },
    orderBy: [{ by: stamp, direction: 'ASC' }],
    allRows: true,
  }).records;
}

function updated(request: RestRequest): RestResponse {
  const span = readSpan(request);
  const ids = changedRecords(request, span, false).map(({ Id }) => Id);
  return { status: 200, body: { ids, latestDateCovered: shown(span.end) } };
}

function deleted(request: RestRequest): RestResponse {
  const span = readSpan(request);
  const earliest = new Date(request.org.now().getTime() - RECYCLE_BIN_DAYS * MS_PER_DAY);
  return {
    status: 200,
    body: {
      deletedRecords: changedRecords(request, span, true).map(({ Id, SystemModstamp }) => ({
        id: Id,
        deletedDate: SystemModstamp,
      })),
      earliestDateAvailable: shown(toMinute(earliest).toISOString()),
      latestDateCovered: shown(span.end),
    },
  };
}

/** What changed, and what was deleted, within a span of time. */
export const changeRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'sobjects/:object/updated', handle: updated },
  { method: 'GET', pattern: 'sobjects/:object/deleted', handle: deleted },
];
