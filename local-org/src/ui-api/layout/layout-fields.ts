import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { readableFields } from '../../ui-model/object-info.ts';
import { badParameter } from '../errors.ts';
import { DEFAULT_COMPACT_LAYOUTS, DEFAULT_LAYOUTS } from './default-layouts.ts';
import { deployedCompactLayout, deployedLayout } from './deployed-layout.ts';
import type { LayoutSectionSource } from './deployed-layout.ts';

export const LAYOUT_TYPES = ['Full', 'Compact'] as const;
export type LayoutType = (typeof LAYOUT_TYPES)[number];

const COLUMNS = 2;
/** Fields of a custom object that nobody puts on a page. */
const SYSTEM_FIELDS = new Set([
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
]);

/** A layout's sections: as deployed, else a documented default. Fields the user cannot read are left out. */
export function layoutSections(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  type: LayoutType,
): LayoutSectionSource[] {
  const readable = new Set(readableFields(user, object).map((field) => field.name));
  return sources(org, object, type).map(({ heading, columns }) => ({
    heading,
    columns: columns.map((fields) => fields.filter(({ name }) => readable.has(name))),
  }));
}

/** The names of the fields on a layout that the user can read. */
export function layoutFieldNames(org: Org, user: UserContext, object: ObjectDef, type: string): string[] {
  const known = LAYOUT_TYPES.find((one) => one === type);
  if (known === undefined) {
    throw badParameter('layoutTypes', `expected ${LAYOUT_TYPES.join(' or ')}, not ${type}`);
  }
  return layoutSections(org, user, object, known).flatMap(({ columns }) =>
    columns.flat().map(({ name }) => name),
  );
}

function sources(org: Org, object: ObjectDef, type: LayoutType): LayoutSectionSource[] {
  if (type === 'Full') {
    const deployed = deployedLayout(org.metadata, object.name);
    if (deployed) return deployed;
    return [oneSection(DEFAULT_LAYOUTS[object.name] ?? ownFields(object))];
  }
  const names = deployedCompactLayout(org.metadata, object.name) ?? DEFAULT_COMPACT_LAYOUTS[object.name];
  return [oneSection(names ?? [object.nameField])];
}

function ownFields(object: ObjectDef): string[] {
  return [...object.fields.keys()].filter((name) => !SYSTEM_FIELDS.has(name));
}

function oneSection(names: readonly string[]): LayoutSectionSource {
  const columns = Array.from({ length: COLUMNS }, (_, column) =>
    names
      .filter((_name, index) => index % COLUMNS === column)
      .map((name) => ({ name, required: false, readOnly: false })),
  );
  return { heading: 'Information', columns };
}
