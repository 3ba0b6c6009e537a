import type { Org } from '../../org.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { eTag } from '../../ui-model/object-info.ts';
import { fieldSelection } from '../records/field-selection.ts';
import { listViewId } from './list-view.ts';
import type { ListView } from './list-view.ts';

export interface ListColumn {
  fieldApiName: string;
  label: string;
  lookupId: string | null;
  sortable: boolean;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_view_info.htm */
export interface ListInfo {
  displayColumns: ListColumn[];
  eTag: string;
  label: string;
  listReference: ListReference;
  [property: string]: unknown;
}

interface ListReference {
  id: string;
  listViewApiName: string;
  objectApiName: string;
  type: 'listView';
}

/** A list view as one user sees it: columns that she cannot read are left out. */
export function listInfo(org: Org, user: UserContext, object: ObjectDef, view: ListView): ListInfo {
  const content = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columnsFor(org, user, object, view),
    filterLogicString: view.filterLogic ?? null,
    filteredByInfo: view.filters.map(({ field, operation, value }) => ({
      fieldApiName: field,
      label: fieldOf(org, object, field)?.label ?? field,
      operandLabels: value.split(','),
      operator: operation,
    })),
    label: view.label,
    listReference: listReference(view),
    orderedByInfo: [{ fieldApiName: object.nameField, isAscending: true, label: object.nameField }],
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...content, eTag: eTag(content) };
}

/** How answers refer to a list view. */
export function listReference(view: ListView): ListReference {
  return {
    id: listViewId(view),
    listViewApiName: view.apiName,
    objectApiName: view.object,
    type: 'listView',
  };
}

function columnsFor(org: Org, user: UserContext, object: ObjectDef, view: ListView): ListColumn[] {
  return view.columns.flatMap((column) => {
    const optionalFields = [`${object.name}.${column}`];
    const readable = fieldSelection(org, user, object, { fields: [], optionalFields }).length > 0;
    const field = fieldOf(org, object, column);
    if (!readable || !field) return [];
    return [
      {
        fieldApiName: column,
        label: columnLabel(org, object, column, field),
        lookupId: column.includes('.') ? column.replace(/\.[^.]+$/, '.Id') : null,
        sortable: !field.longText && field.type !== 'multipicklist',
      },
    ];
  });
}

/** A parent's name stands under the parent's label: `Account`, not `Account Name`. */
function columnLabel(org: Org, object: ObjectDef, column: string, field: FieldDef): string {
  const [relationship, name] = column.split('.');
  if (name === undefined) return field.label;
  const reference = org.schema.parentRelationship(object.name, relationship ?? '');
  const label = reference?.label.replace(/ ID$/, '') ?? field.label;
  return name === 'Name' ? label : `${label} ${field.label}`;
}

function fieldOf(org: Org, object: ObjectDef, column: string): FieldDef | undefined {
  const [first = '', second] = column.split('.');
  if (second === undefined) return org.schema.field(object.name, first);
  const target = org.schema.parentRelationship(object.name, first)?.reference?.to[0];
  return org.schema.field(target ?? '', second);
}
