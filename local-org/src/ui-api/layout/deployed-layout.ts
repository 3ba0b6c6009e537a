import { XMLParser } from 'fast-xml-parser';
import type { MetadataStore } from '../../metadata-store/types.ts';

/** One field of a layout, in the order of reading. */
export interface LayoutField {
  name: string;
  required: boolean;
  readOnly: boolean;
}

export interface LayoutSectionSource {
  heading: string;
  columns: LayoutField[][];
}

const LISTS = new Set(['layoutSections', 'layoutColumns', 'layoutItems', 'fields']);
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.has(name) });

interface LayoutXml {
  Layout?: {
    layoutSections?: {
      label?: string;
      layoutColumns?: ({ layoutItems?: { field?: string; behavior?: string }[] } | string)[];
    }[];
  };
}

/** The sections of an object's deployed page layout (the first by name), or undefined when none is deployed. */
export function deployedLayout(metadata: MetadataStore, object: string): LayoutSectionSource[] | undefined {
  const found = metadata
    .list('Layout')
    .filter(({ fullName }) => fullName.startsWith(`${object}-`))
    .sort((a, b) => a.fullName.localeCompare(b.fullName))[0];
  const file = Object.values(found?.files ?? {})[0];
  if (file === undefined) return undefined;
  const { Layout } = parser.parse(file) as LayoutXml;
  return (Layout?.layoutSections ?? []).map((section) => ({
    heading: section.label ?? '',
    columns: (section.layoutColumns ?? []).map((column) =>
      typeof column === 'string' ? [] : fieldsOf(column),
    ),
  }));
}

/** The fields of an object's deployed compact layout (the first by name), or undefined. */
export function deployedCompactLayout(metadata: MetadataStore, object: string): string[] | undefined {
  const found = metadata
    .list('CompactLayout')
    .filter(({ fullName }) => fullName.startsWith(`${object}.`))
    .sort((a, b) => a.fullName.localeCompare(b.fullName))[0];
  const file = Object.values(found?.files ?? {})[0];
  if (file === undefined) return undefined;
  const parsed = parser.parse(file) as Record<string, { fields?: string[] } | string>;
  const root = Object.values(parsed).find((value) => typeof value === 'object');
  return typeof root === 'object' ? root.fields : undefined;
}

function fieldsOf({ layoutItems }: { layoutItems?: { field?: string; behavior?: string }[] }): LayoutField[] {
  return (layoutItems ?? []).flatMap(({ field, behavior }) =>
    field === undefined
      ? []
      : [{ name: field, required: behavior === 'Required', readOnly: behavior === 'Readonly' }],
  );
}
