import { XMLParser } from 'fast-xml-parser';
import type { Org } from '../../org.ts';
import { listViewFieldPath } from '../../schema/list-view-fields.ts';
import type { ListFilter, ListView } from './list-view.ts';

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'columns' || name === 'filters',
});

interface ListViewXml {
  label?: string;
  columns?: string[];
  filters?: Partial<ListFilter>[];
  filterScope?: string;
  booleanFilter?: string;
}

/** The list views deployed for an object, by name. */
export function deployedViews(org: Org, object: string): ListView[] {
  return org.metadata
    .list('ListView')
    .filter(({ fullName }) => fullName.startsWith(`${object}.`))
    .map(({ fullName, files }) => toView(org, object, fullName, Object.values(files)[0] ?? ''))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function toView(org: Org, object: string, fullName: string, file: string): ListView {
  const parsed = parser.parse(file) as Record<string, ListViewXml | string>;
  const xml = Object.values(parsed).find((value) => typeof value === 'object') ?? {};
  const apiName = fullName.slice(object.length + 1);
  const path = (name: string): string => listViewFieldPath(org.schema, object, name) ?? name;
  const { booleanFilter } = xml;
  return {
    object,
    apiName,
    label: xml.label ?? apiName,
    columns: (xml.columns ?? []).map(path),
    scope: xml.filterScope ?? '',
    filters: (xml.filters ?? []).map(({ field = '', operation = '', value = '' }) => ({
      field: path(field),
      operation,
      value,
    })),
    ...(booleanFilter === undefined ? {} : { filterLogic: booleanFilter }),
  };
}
