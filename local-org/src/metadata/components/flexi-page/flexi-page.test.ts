import { describe, expect, test } from '@jest/globals';
import { bundleFiles, RECORD_PAGE_META } from '../../testing/bundle-files.ts';
import { deployFiles } from '../../testing/deploy-files.ts';

const SCRIPT = `import { LightningElement, api } from 'lwc';
export default class CsOne extends LightningElement { @api limit; }
`;
const CONFIG = `<targetConfigs><targetConfig targets="lightning__RecordPage"><property name="limit" type="Integer" min="1" max="9"/><objects><object>Account</object></objects></targetConfig></targetConfigs>`;

function instance(
  component: string,
  { identifier = 'one', properties = {} as Record<string, string> } = {},
): string {
  const set = Object.entries(properties)
    .map(
      ([name, value]) =>
        `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`,
    )
    .join('');
  const id = identifier === '' ? '' : `<identifier>${identifier}</identifier>`;
  return `<itemInstances><componentInstance>${set}<componentName>${component}</componentName>${id}</componentInstance></itemInstances>`;
}

function region(items: string, name = 'main', type = 'Region'): string {
  return `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

function page(
  regions: string,
  { object = 'Account', template = 'flexipage:recordHomeTemplateDesktop', type = 'RecordPage' } = {},
): string {
  const sobject = object === '' ? '' : `<sobjectType>${object}</sobjectType>`;
  return `${regions}<masterLabel>Page</masterLabel>${sobject}<template><name>${template}</name></template><type>${type}</type>`;
}

async function problemsOf(body: string, meta = RECORD_PAGE_META + CONFIG): Promise<string[]> {
  const { problems } = await deployFiles({
    ...bundleFiles('csOne', meta, SCRIPT),
    'flexipages/CS_Page.flexipage': body,
  });
  return problems.map((problem) => problem.replace(/^\S+ /, ''));
}

describe('FlexiPage', () => {
  test.each([
    [
      'a template that is unknown',
      page('', { template: 'x:y' }),
      'The local org does not model the page template x:y.',
    ],
    [
      'a template of another page type',
      page('', { template: 'flexipage:defaultAppHomeTemplate' }),
      "The template flexipage:defaultAppHomeTemplate can't be used on a page of type RecordPage; expected AppPage",
    ],
    [
      'a region that the template lacks',
      page(region('', 'left')),
      'The region left is not defined on the template flexipage:recordHomeTemplateDesktop; expected one of header, main, sidebar',
    ],
    ['a record page without object', page('', { object: '' }), 'Required field is missing: sobjectType'],
    [
      'an object that is nowhere',
      page('', { object: 'Gone__c' }),
      'In field: sobjectType - no CustomObject named Gone__c found',
    ],
    [
      'an item without identifier',
      page(region(instance('csOne', { identifier: '' }))),
      'The csOne componentInstance needs an identifier',
    ],
    [
      'two items of one identifier',
      page(region(instance('csOne') + instance('csOne'))),
      'The identifier one is used more than once on the page',
    ],
    [
      'a component that is nowhere',
      page(region(instance('csGone'))),
      "We couldn't retrieve the design time component information for component c:csGone.",
    ],
    [
      'a standard component that is none',
      page(region(instance('flexipage:highlightsPanel'))),
      "We couldn't retrieve the design time component information for component flexipage:highlightsPanel.",
    ],
    [
      'a property that the component does not offer',
      page(region(instance('csOne', { properties: { size: '3' } }))),
      "The 'size' property doesn't exist on the component c:csOne.",
    ],
    [
      'a property out of range',
      page(region(instance('c:csOne', { properties: { limit: '10' } }))),
      "'10' is not a valid Integer for the property 'limit' of c:csOne",
    ],
    [
      'an object that the component is not for',
      page(region(instance('csOne')), { object: 'Contact' }),
      "The c:csOne component doesn't support the object Contact; it is for Account",
    ],
    [
      'a facet that is not on the page',
      page(region(instance('flexipage:tabset', { properties: { tabs: 'Facet-1' } }))),
      "The facet 'Facet-1' that flexipage:tabset names in 'tabs' is not on the page",
    ],
    [
      'a field that is nowhere',
      page(
        region(
          '<itemInstances><fieldInstance><fieldItem>Record.Gone__c</fieldItem><identifier>f</identifier></fieldInstance></itemInstances>',
        ),
      ),
      'In field: fieldItem - no CustomField named Account.Gone__c found',
    ],
  ])('refuses %s', async (_what, body, problem) => {
    expect(await problemsOf(body)).toEqual([problem]);
  });

  test('refuses a component that is not exposed', async () => {
    const meta = RECORD_PAGE_META.replace('<isExposed>true', '<isExposed>false');
    expect(await problemsOf(page(region(instance('csOne'))), meta)).toEqual([
      "The c:csOne component must be marked 'isExposed=true' to be used on this Lightning Page",
    ]);
  });

  test('takes a page whose tabs, facets, fields and components are all there', async () => {
    const body =
      region(
        instance('force:highlightsPanel', { identifier: 'top', properties: { collapsed: 'false' } }),
        'header',
      ) +
      region(
        instance('flexipage:tab', { identifier: 'tab', properties: { body: 'Facet-body', title: 'Risk' } }),
        'Facet-tabs',
        'Facet',
      ) +
      region(instance('csOne', { properties: { limit: '3' } }), 'Facet-body', 'Facet') +
      region(instance('flexipage:tabset', { identifier: 'tabs', properties: { tabs: 'Facet-tabs' } }));
    expect(await problemsOf(page(body))).toEqual([]);
  });
});
