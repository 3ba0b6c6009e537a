import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { fieldInfo } from '../../ui-model/field-info.ts';
import { eTag, MASTER_RECORD_TYPE_ID } from '../../ui-model/object-info.ts';
import type { LayoutField, LayoutSectionSource } from './deployed-layout.ts';
import { layoutSections } from './layout-fields.ts';
import type { LayoutType } from './layout-fields.ts';

export const LAYOUT_MODES = ['View', 'Edit', 'Create'] as const;
export type LayoutMode = (typeof LAYOUT_MODES)[number];

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export function layoutRepresentation(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  type: LayoutType,
  mode: LayoutMode,
): object {
  const sections = layoutSections(org, user, object, type).map((section, index) =>
    sectionRepresentation(org, user, object, section, index),
  );
  const content = {
    id: null,
    layoutType: type,
    mode,
    objectApiName: object.name,
    recordTypeId: MASTER_RECORD_TYPE_ID,
    saveOptions: [],
    sections,
  };
  return { ...content, eTag: eTag(content) };
}

function sectionRepresentation(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  { heading, columns }: LayoutSectionSource,
  index: number,
): object {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    layoutItems: columns.map((column) => itemRepresentation(org, user, object, column[row])),
  }));
  return {
    collapsible: index > 0,
    columns: columns.length,
    heading,
    id: String(index),
    layoutRows,
    rows,
    useHeading: heading !== '',
  };
}

function itemRepresentation(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  item: LayoutField | undefined,
): object {
  const field = item && object.fields.get(item.name);
  if (!item || !field) {
    const empty = { apiName: null, componentType: 'EmptySpace', label: null };
    const closed = { editableForNew: false, editableForUpdate: false, required: false, sortable: false };
    return { ...closed, label: '', layoutComponents: [empty], lookupIdApiName: null };
  }
  const info = fieldInfo(org.schema, user, object, field);
  return {
    editableForNew: info.createable && !item.readOnly,
    editableForUpdate: info.updateable && !item.readOnly,
    label: info.label,
    layoutComponents: [{ apiName: info.apiName, componentType: 'Field', label: info.label }],
    lookupIdApiName: info.reference ? info.apiName : null,
    required: info.required || item.required,
    sortable: info.sortable,
  };
}
