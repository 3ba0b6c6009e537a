import type { QueryResult, SObject } from '../records/types.ts';
import type { ChildPlan, RecordPlan, Row } from './record-plan.ts';
import type { RunStatement } from './statement-runner.ts';

/** The version that record URLs name; the server serves others alike. */
export const API_PATH = '/services/data/v66.0';

/** Makes records of rows, and fetches the children of all of them with one statement a subquery. */
export function loadRecords(run: RunStatement, plan: RecordPlan, rows: readonly Row[]): SObject[] {
  const children = new Map<ChildPlan, Map<string, SObject[]>>();
  for (const entry of plan.entries.values()) {
    if (entry.kind !== 'children') continue;
    const parentIds = rows.map((row) => String(row[plan.idColumn]));
    children.set(entry.children, loadChildren(run, entry.children, parentIds));
  }
  return rows.flatMap((row) => shapeRecord(plan, row, children) ?? []);
}

function loadChildren(run: RunStatement, child: ChildPlan, parentIds: string[]): Map<string, SObject[]> {
  const byParent = new Map<string, SObject[]>();
  if (parentIds.length === 0) return byParent;
  const rows = run(child.statement(parentIds));
  loadRecords(run, child.plan, rows).forEach((record, index) => {
    const parentId = String(rows[index]?.[child.parentColumn]);
    const siblings = byParent.get(parentId);
    if (siblings) siblings.push(record);
    else byParent.set(parentId, [record]);
  });
  return byParent;
}

/** One record, or null when the row holds none: a parent that is not there. */
function shapeRecord(
  plan: RecordPlan,
  row: Row,
  children: ReadonlyMap<ChildPlan, Map<string, SObject[]>>,
): SObject | null {
  const id = row[plan.idColumn];
  if (typeof id !== 'string') return null;
  const type = plan.typeOf(id);
  const record: Record<string, SObject[string] | null> = {
    attributes: { type, url: `${API_PATH}/sobjects/${type}/${id}` },
  };
  for (const [name, entry] of plan.entries) {
    if (entry.kind === 'value') record[name] = entry.read(row[entry.column]);
    else if (entry.kind === 'parent') record[name] = shapeRecord(entry.plan, row, children);
    else record[name] = childResult(children.get(entry.children)?.get(id));
  }
  return record as SObject;
}

/** REST answers null, not an empty result, for a record without children. */
function childResult(records: SObject[] | undefined): QueryResult | null {
  return records ? { totalSize: records.length, done: true, records } : null;
}
