import { callApi } from 'platform/http';

export interface LayoutField {
  field: string;
  behavior: 'none' | 'readonly' | 'required';
}

export interface LayoutSection {
  id: string;
  heading: string;
  columns: LayoutField[][];
}

interface LayoutItem {
  editableForUpdate: boolean;
  required: boolean;
  layoutComponents: { apiName: string | null; componentType: string }[];
}

interface LayoutAnswer {
  sections: {
    id: string;
    heading: string;
    useHeading: boolean;
    columns: number;
    layoutRows: { layoutItems: LayoutItem[] }[];
  }[];
}

const layouts = new Map<string, Promise<LayoutSection[]>>();

/** The sections of an object's layout as this user sees it; metadata does not change under a page. */
export function readRecordLayout(objectApiName: string, type: 'Full' | 'Compact'): Promise<LayoutSection[]> {
  const path = `/ui-api/layout/${encodeURIComponent(objectApiName)}?layoutType=${type}&mode=View`;
  const known = layouts.get(path);
  if (known) return known;
  const request = callApi<LayoutAnswer>('GET', path).then(toSections);
  request.catch(() => layouts.delete(path));
  layouts.set(path, request);
  return request;
}

/** The fields of a layout in reading order. */
export function fieldsOf(sections: readonly LayoutSection[]): string[] {
  const rows = sections.flatMap(({ columns }) => {
    const height = Math.max(0, ...columns.map(({ length }) => length));
    return Array.from({ length: height }, (_, row) => columns.flatMap((column) => column[row] ?? []));
  });
  return [...new Set(rows.flat().map(({ field }) => field))];
}

/** UI API sends rows of items; a page shows columns of fields. */
export function toSections({ sections }: LayoutAnswer): LayoutSection[] {
  return sections.map(({ id, heading, useHeading, columns, layoutRows }) => ({
    id,
    heading: useHeading ? heading : '',
    columns: Array.from({ length: columns }, (_, column) =>
      layoutRows.flatMap(({ layoutItems }) => toFields(layoutItems[column])),
    ),
  }));
}

function toFields(item: LayoutItem | undefined): LayoutField[] {
  if (!item) return [];
  const behavior = item.required ? 'required' : item.editableForUpdate ? 'none' : 'readonly';
  return item.layoutComponents.flatMap(({ apiName, componentType }) =>
    apiName && componentType === 'Field' ? [{ field: apiName, behavior }] : [],
  );
}
