import { describe, expect, test } from '@jest/globals';
import { readFlexiPage } from './read-flexipage.ts';
import { readDeclaredProperties, readTargets } from './read-properties.ts';

const instance = (name: string, properties: Record<string, string> = {}, extra = '') =>
  `<itemInstances><componentInstance>${Object.entries(properties)
    .map(
      ([key, value]) =>
        `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`,
    )
    .join(
      '',
    )}<componentName>${name}</componentName><identifier>${name.replace(':', '_')}</identifier>${extra}</componentInstance></itemInstances>`;
const field = (item: string, behavior: string) =>
  `<itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name><value>${behavior}</value></fieldInstanceProperties><fieldItem>Record.${item}</fieldItem><identifier>${item}</identifier></fieldInstance></itemInstances>`;
const region = (name: string, items: string, type = 'Region') =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const page = (regions: string, template = 'flexipage:recordHomeTemplateDesktop') =>
  `<?xml version="1.0"?><FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">${regions}<masterLabel>A page</masterLabel><sobjectType>Account</sobjectType><template><name>${template}</name></template><type>RecordPage</type></FlexiPage>`;

const META = `<LightningComponentBundle><targets><target>lightning__RecordPage</target></targets><targetConfigs>
  <targetConfig targets="lightning__RecordPage,lightning__AppPage"><property name="limit" type="Integer" default="5"/><property name="compact" type="Boolean"/><property name="label" type="String"/></targetConfig>
  <targetConfig targets="lightning__HomePage"><property name="other" type="String"/></targetConfig></targetConfigs></LightningComponentBundle>`;
const read = (xml: string) =>
  readFlexiPage('A_Page', xml, (bundle, target) =>
    bundle === 'csRisk' ? readDeclaredProperties(META, target) : undefined,
  );
const firstItem = (xml: string) => read(xml).rows[0]?.[0]?.items[0];

describe('readFlexiPage', () => {
  test('lays regions out by the template, with their widths', () => {
    const model = read(page(region('sidebar', '') + region('header', '') + region('main', '')));
    expect(model).toMatchObject({ name: 'A_Page', label: 'A page', objectApiName: 'Account' });
    expect(model.rows.map((row) => row.map(({ name, size }) => [name, size]))).toEqual([
      [['header', 12]],
      [
        ['main', 8],
        ['sidebar', 4],
      ],
    ]);
  });

  test('puts regions that the template does not know below, facets apart', () => {
    const model = read(page(region('odd', '') + region('Facet-1', '', 'Facet'), 'custom:template'));
    expect(model.rows.flat().map(({ name }) => name)).toEqual(['odd']);
  });

  test('gives a deployed component its properties by their declared types, and the defaults of the rest', () => {
    const xml = page(region('header', instance('csRisk', { compact: 'true', label: '7', unknown: 'x' })));
    expect(firstItem(xml)).toEqual({
      kind: 'component',
      id: 'csRisk',
      component: 'c/csRisk',
      properties: { limit: 5, compact: true, label: '7' },
    });
  });

  test('keeps the platform components and those it has never heard of', () => {
    const xml = page(
      region('header', instance('force:highlightsPanel') + instance('runtime:unknown') + instance('csGone')),
    );
    const names = read(xml).rows[0]?.[0]?.items.map((item) => 'component' in item && item.component);
    expect(names).toEqual(['force:highlightsPanel', 'runtime:unknown', 'csGone']);
  });

  test('resolves tabs with their facets, and which one is active', () => {
    const tabs =
      instance('flexipage:tab', { body: 'F-a', title: 'Standard.Tab.detail' }) +
      instance('flexipage:tab', { body: 'F-b', title: 'Mine', active: 'true' });
    const xml = page(
      region('header', instance('flexipage:tabset', { tabs: 'F-tabs' })) +
        region('F-tabs', tabs, 'Facet') +
        region('F-a', instance('force:detailPanel'), 'Facet') +
        region('F-b', instance('csRisk'), 'Facet'),
    );
    const item = firstItem(xml);
    expect(item).toMatchObject({ kind: 'tabset' });
    expect(
      item?.kind === 'tabset' &&
        item.sections.map(({ label, active, items }) => [label, active, items.length]),
    ).toEqual([
      ['Details', false, 1],
      ['Mine', true, 1],
    ]);
  });

  test('opens the first tab when none is marked', () => {
    const tabs = instance('flexipage:tab', { title: 'One' }) + instance('flexipage:tab', { title: 'Two' });
    const item = firstItem(
      page(region('header', instance('flexipage:tabset', { tabs: 'F' })) + region('F', tabs, 'Facet')),
    );
    expect(item?.kind === 'tabset' && item.sections.map(({ active }) => active)).toEqual([true, false]);
  });

  test('resolves a field section with its columns and what each field allows', () => {
    const xml = page(
      region('header', instance('flexipage:fieldSection', { columns: 'F-cols', label: 'Contract' })) +
        region(
          'F-cols',
          instance('flexipage:column', { body: 'F-1' }) + instance('flexipage:column', { body: 'F-2' }),
          'Facet',
        ) +
        region('F-1', field('CS_ARR__c', 'readonly'), 'Facet') +
        region('F-2', field('Name', 'required'), 'Facet'),
    );
    const item = firstItem(xml);
    expect(item).toMatchObject({ kind: 'fieldSection', label: 'Contract' });
    expect(
      item?.kind === 'fieldSection' &&
        item.columns.map((column) => column.map((one) => [one.field, one.behavior])),
    ).toEqual([[['CS_ARR__c', 'readonly']], [['Name', 'required']]]);
  });

  test('reads a visibility rule', () => {
    const rule =
      '<visibilityRule><booleanFilter>1</booleanFilter><criteria><leftValue>{!Record.Type}</leftValue><operator>EQUAL</operator><rightValue>Customer</rightValue></criteria></visibilityRule>';
    expect(firstItem(page(region('header', instance('csRisk', {}, rule))))?.visibility).toEqual({
      filter: '1',
      criteria: [{ left: 'Record.Type', operator: 'EQUAL', right: 'Customer' }],
    });
  });
});

test('readTargets lists where a bundle may be placed', () => {
  expect(readTargets(META)).toEqual(['lightning__RecordPage']);
});
