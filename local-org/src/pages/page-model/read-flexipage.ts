import { children, parseXml, text, texts, type XmlNode } from '../xml.ts';
import { TEMPLATES } from './templates.ts';
import type { ComponentItem, FieldItem, PageItem, PageModel, VisibilityRule } from './types.ts';

/** What a bundle declares for a property, from its `targetConfigs`. */
export interface PropertyDeclaration {
  type: string;
  default?: string;
}

/** The declared properties of a deployed bundle for a page type, or undefined when there is no such bundle. */
export type PropertyLookup = (bundle: string, target: string) => Map<string, PropertyDeclaration> | undefined;

const TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
};

/**
 * Reads a FlexiPage's XML into what the shell draws: regions by template, facets in their tabs and columns,
 * property values by the types that the component declares. Nothing that the page names is left out.
 */
export function readFlexiPage(name: string, xml: string, propertiesOf: PropertyLookup): PageModel {
  const page = parseXml(xml, 'FlexiPage');
  const reader = new FlexiPageReader(page, propertiesOf);
  const objectApiName = text(page, 'sobjectType');
  return {
    name,
    label: text(page, 'masterLabel') ?? name,
    ...(objectApiName ? { objectApiName } : {}),
    rows: reader.rows(),
  };
}

class FlexiPageReader {
  #regions: Map<string, XmlNode>;
  #template: string;
  #target: string;
  #propertiesOf: PropertyLookup;

  constructor(page: XmlNode, propertiesOf: PropertyLookup) {
    this.#regions = new Map(children(page, 'flexiPageRegions').map((one) => [text(one, 'name') ?? '', one]));
    this.#template = text(children(page, 'template')[0] ?? {}, 'name') ?? '';
    this.#target = TARGETS[text(page, 'type') ?? ''] ?? '';
    this.#propertiesOf = propertiesOf;
  }

  /** Regions that the template does not know follow below, so that none is lost. */
  rows(): PageModel['rows'] {
    const rows = (TEMPLATES[this.#template] ?? []).map((row) =>
      row.filter(([name]) => this.#regions.has(name)),
    );
    const placed = new Set(rows.flat().map(([name]) => name));
    const rest = [...this.#regions].filter(
      ([name, region]) => !placed.has(name) && text(region, 'type') !== 'Facet',
    );
    return [...rows, ...rest.map(([name]) => [[name, 12] as const])]
      .filter((row) => row.length > 0)
      .map((row) => row.map(([name, size]) => ({ name, size, items: this.items(name) })));
  }

  items(region: string): PageItem[] {
    const node = this.#regions.get(region);
    if (!node) return [];
    return children(node, 'itemInstances').flatMap((instance, i) => [
      ...children(instance, 'componentInstance').map((one) => this.component(one, `${region}-${i}`)),
      ...children(instance, 'fieldInstance').map((one) => readField(one, `${region}-${i}`)),
    ]);
  }

  component(node: XmlNode, fallbackId: string): PageItem {
    const name = text(node, 'componentName') ?? '';
    const given = readProperties(node);
    const base = { id: text(node, 'identifier') ?? fallbackId, ...readVisibility(node) };
    if (name === 'flexipage:tabset' || name === 'flexipage:accordion') {
      const facet = asText(given.get(name === 'flexipage:tabset' ? 'tabs' : 'sections'));
      const kind = name === 'flexipage:tabset' ? ('tabset' as const) : ('accordion' as const);
      return { ...base, kind, sections: this.sections(facet) };
    }
    if (name === 'flexipage:fieldSection') {
      const columns = this.items(asText(given.get('columns'))).map((column) => this.columnFields(column));
      return { ...base, kind: 'fieldSection', label: readLabel(asText(given.get('label'))), columns };
    }
    return { ...base, ...this.placed(name, given) };
  }

  sections(facet: string) {
    const items = this.items(facet).filter((item): item is ComponentItem => item.kind === 'component');
    const anyActive = items.some(({ properties }) => properties['active'] === 'true');
    return items.map(({ id, properties }, i) => ({
      id,
      label: readLabel(asText(properties['title'] ?? properties['label'])),
      active: anyActive ? properties['active'] === 'true' : i === 0,
      items: this.items(asText(properties['body'])),
    }));
  }

  columnFields(column: PageItem): FieldItem[] {
    if (column.kind !== 'component') return [];
    const items = this.items(asText(column.properties['body']));
    return items.filter((item): item is FieldItem => item.kind === 'field');
  }

  placed(name: string, given: Map<string, string | string[]>): Omit<ComponentItem, 'id'> {
    const bundle = /^(?:c:)?([a-z]\w*)$/.exec(name)?.[1];
    const declared = bundle === undefined ? undefined : this.#propertiesOf(bundle, this.#target);
    if (bundle === undefined || !declared) {
      return { kind: 'component', component: name, properties: Object.fromEntries(given) };
    }
    const properties: ComponentItem['properties'] = {};
    for (const [property, { type, default: fallback }] of declared) {
      const value = given.get(property) ?? fallback;
      if (value !== undefined) properties[property] = typeof value === 'string' ? coerce(value, type) : value;
    }
    return { kind: 'component', component: `c/${bundle}`, properties };
  }
}

function readProperties(node: XmlNode): Map<string, string | string[]> {
  return new Map(
    children(node, 'componentInstanceProperties').map((property) => {
      const list = children(property, 'valueList').flatMap((values) =>
        children(values, 'valueListItems').map((item) => text(item, 'value') ?? ''),
      );
      return [text(property, 'name') ?? '', list.length ? list : (text(property, 'value') ?? '')];
    }),
  );
}

function readField(node: XmlNode, fallbackId: string): FieldItem {
  const behavior = children(node, 'fieldInstanceProperties').find(
    (one) => text(one, 'name') === 'uiBehavior',
  );
  return {
    kind: 'field',
    id: text(node, 'identifier') ?? fallbackId,
    field: (text(node, 'fieldItem') ?? '').replace(/^Record\./, ''),
    behavior: ((behavior && text(behavior, 'value')) ?? 'none') as FieldItem['behavior'],
    ...readVisibility(node),
  };
}

function readVisibility(node: XmlNode): { visibility?: VisibilityRule } {
  const rule = children(node, 'visibilityRule')[0];
  if (!rule) return {};
  const filter = text(rule, 'booleanFilter');
  const criteria = children(rule, 'criteria').map((one) => ({
    left: (text(one, 'leftValue') ?? '').replace(/^\{!|\}$/g, ''),
    operator: text(one, 'operator') ?? '',
    right: texts(one, 'rightValue')[0] ?? '',
  }));
  return { visibility: { criteria, ...(filter ? { filter } : {}) } };
}

/** `Standard.Tab.detail` is a platform label; its last part says it in English. */
function readLabel(label: string): string {
  const key = /^(?:Standard\.Tab\.|@@@SFDC)(\w+?)(?:SFDC@@@)?$/.exec(label)?.[1];
  if (key === undefined) return label;
  const words = STANDARD_LABELS[key] ?? key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const STANDARD_LABELS: Readonly<Record<string, string>> = { detail: 'Details', relatedLists: 'Related' };

function coerce(value: string, type: string): string | number | boolean {
  if (type === 'Boolean') return value === 'true';
  if (type === 'Integer') return Number.parseInt(value, 10);
  return value;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
