import { SalesforceError } from '../../errors.ts';
import type { FieldValue, RecordInput } from '../../records/types.ts';
import { requireList, requireRecord, typeOf } from '../read-body.ts';
import type { RestRequest, RestResponse, Route } from '../route.ts';
import { visibleObject } from '../visible-object.ts';
import { failedResult } from './save-result.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm */
const MAX_RECORDS = 200;
const MAX_DEPTH = 5;
const MAX_TYPES = 5;

interface Node {
  type: string;
  referenceId: string;
  values: RecordInput;
  /** By child relationship name. */
  children: [relationship: string, node: Node][];
}

interface TreeResult {
  referenceId: string;
  id?: string;
  errors?: { statusCode: string; message: string; fields: string[] }[];
}

function isChildList(value: unknown): value is { records: unknown[] } {
  return (
    typeof value === 'object' && value !== null && Array.isArray((value as { records?: unknown }).records)
  );
}

function readNode(body: unknown, depth: number): Node {
  const record = requireRecord(body, 'A record of the tree');
  if (depth > MAX_DEPTH) throw refuse(`The tree is more than ${MAX_DEPTH} levels deep`);
  const referenceId = (record.attributes as { referenceId?: unknown } | undefined)?.referenceId;
  if (typeof referenceId !== 'string' || referenceId === '') {
    throw refuse('Every record of the tree needs attributes.referenceId');
  }
  const values: Record<string, FieldValue | Record<string, FieldValue>> = {};
  const children: Node['children'] = [];
  for (const [name, value] of Object.entries(record)) {
    if (isChildList(value)) {
      for (const child of value.records) children.push([name, readNode(child, depth + 1)]);
    } else {
      values[name] = value;
    }
  }
  return { type: typeOf(record, referenceId), referenceId, values, children };
}

function refuse(message: string): SalesforceError {
  return new SalesforceError('INVALID_INPUT', message);
}

function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children.map(([, child]) => child))]);
}

function checkTree(roots: readonly Node[], type: string): void {
  const nodes = flatten(roots);
  if (nodes.length > MAX_RECORDS)
    throw refuse(`The tree holds ${nodes.length} records, at most ${MAX_RECORDS} fit`);
  if (new Set(nodes.map((node) => node.type.toLowerCase())).size > MAX_TYPES) {
    throw refuse(`The tree holds more than ${MAX_TYPES} types of objects`);
  }
  const stranger = roots.find((root) => root.type.toLowerCase() !== type.toLowerCase());
  if (stranger) throw refuse(`${stranger.referenceId} is of type ${stranger.type}, the path names ${type}`);
  const seen = new Set<string>();
  for (const { referenceId } of nodes) {
    if (seen.has(referenceId)) throw refuse(`Duplicate ReferenceId provided in the request: ${referenceId}`);
    seen.add(referenceId);
  }
}

/** Thrown to take the whole tree back, with what went wrong where. */
class TreeFailed extends Error {
  readonly results: TreeResult[];

  constructor(results: TreeResult[]) {
    super('A record of the tree failed');
    this.results = results;
  }
}

function createTree(request: RestRequest): RestResponse {
  const { org, user } = request;
  const object = visibleObject(request);
  const roots = requireList(request.body, 'records').map((record) => readNode(record, 1));
  checkTree(roots, object.name);
  const failures: TreeResult[] = [];

  function save(node: Node, parent?: { field: string; id: string }): TreeResult[] {
    let id: string;
    try {
      const values = parent ? { ...node.values, [parent.field]: parent.id } : node.values;
      id = org.records.create(user, node.type, values, { auditFields: true }).id;
    } catch (error) {
      failures.push({ referenceId: node.referenceId, errors: failedResult(error).errors });
      return [];
    }
    const children = node.children.flatMap(([relationship, child]) => {
      const field = relationField(node.type, relationship, child);
      return field === undefined ? [] : save(child, { field, id });
    });
    return [{ referenceId: node.referenceId, id }, ...children];
  }

  function relationField(type: string, relationship: string, child: Node): string | undefined {
    const found = org.schema
      .childRelationships(type)
      .find(
        ({ name, childObject }) =>
          name.toLowerCase() === relationship.toLowerCase() &&
          childObject.toLowerCase() === child.type.toLowerCase(),
      );
    if (!found) {
      const message = `No such relation '${relationship}' to ${child.type} on ${type}`;
      failures.push({
        referenceId: child.referenceId,
        errors: [{ statusCode: 'INVALID_FIELD', message, fields: [] }],
      });
    }
    return found?.field;
  }

  try {
    const results = org.records.transaction(() => {
      const saved = roots.flatMap((root) => save(root));
      if (failures.length > 0) throw new TreeFailed(failures);
      return saved;
    });
    return { status: 201, body: { hasErrors: false, results } };
  } catch (error) {
    if (!(error instanceof TreeFailed)) throw error;
    return { status: 400, body: { hasErrors: true, results: error.results } };
  }
}

/** Up to 200 records with their children, all or none. */
export const treeRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'composite/tree/:object', handle: createTree },
];
