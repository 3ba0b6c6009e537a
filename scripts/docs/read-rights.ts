import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { inRoot, ROOT } from '../process/root.ts';

/** What one permission set allows on one object. */
export interface ObjectRight {
  object: string;
  /** `create`, `read`, `edit`, `delete`, `view all`, `modify all`, in that order. */
  may: string[];
  /** Fields that may be written, and how many more may be read. Without required and master-detail fields, which go with the object. */
  writes: string[];
  readsBesides: number;
}

/** A permission set, as its file has it. */
export interface PermissionSet {
  name: string;
  label: string;
  description: string;
  objects: ObjectRight[];
  /** User permissions, such as `ApiEnabled`. */
  system: string[];
  /** Fields of objects that it has no right on by itself. */
  orphans: string[];
}

interface Parsed {
  label: string;
  description: string;
  objectPermissions?: Record<string, string>[];
  fieldPermissions?: Record<string, string>[];
  userPermissions?: Record<string, string>[];
}

const FLAGS: Record<string, string> = {
  allowCreate: 'create',
  allowRead: 'read',
  allowEdit: 'edit',
  allowDelete: 'delete',
  viewAllRecords: 'view all',
  modifyAllRecords: 'modify all',
};
const FOLDER = 'force-app/main/default/permissionsets';
const LISTS = ['objectPermissions', 'fieldPermissions', 'userPermissions'];

/** Every permission set of force-app, by name. */
export function readPermissionSets(): PermissionSet[] {
  const parser = new XMLParser({ isArray: (name) => LISTS.includes(name), parseTagValue: false });
  return globSync(`${FOLDER}/*.permissionset-meta.xml`, { cwd: ROOT })
    .toSorted()
    .map((file) => {
      const { PermissionSet } = parser.parse(readFileSync(inRoot(file), 'utf8')) as { PermissionSet: Parsed };
      return toPermissionSet(path.basename(file).split('.')[0] ?? '', PermissionSet);
    });
}

function toPermissionSet(name: string, set: Parsed): PermissionSet {
  const { label, description, objectPermissions = [], fieldPermissions = [], userPermissions = [] } = set;
  const fields = fieldPermissions.map(({ field = '', editable }) => {
    const [object = '', fieldName = ''] = field.split('.');
    return { object, name: fieldName, isWritten: editable === 'true' };
  });
  const objects = objectPermissions.map((right) => {
    const object = right['object'] ?? '';
    const own = fields.filter((field) => field.object === object);
    const writes = own.filter(({ isWritten }) => isWritten).map((field) => field.name);
    const may = Object.keys(FLAGS)
      .filter((flag) => right[flag] === 'true')
      .map((flag) => FLAGS[flag] ?? '');
    return { object, may, writes, readsBesides: own.length - writes.length };
  });
  const known = new Set(objects.map(({ object }) => object));
  const orphans = fields
    .filter(({ object }) => !known.has(object))
    .map((field) => `${field.object}.${field.name}`);
  const system = userPermissions
    .filter(({ enabled }) => enabled === 'true')
    .map((right) => right['name'] ?? '');
  return { name, label, description, objects, system, orphans };
}
