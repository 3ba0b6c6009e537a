import { describe, expect, test } from '@jest/globals';
import { bundleFiles, RECORD_PAGE_META } from '../../testing/bundle-files.ts';
import { deployFiles } from '../../testing/deploy-files.ts';

const SCRIPT = `import { LightningElement, api } from 'lwc';
export default class CsOne extends LightningElement {
  @api limit = 5;
}
`;

function withConfig(config: string): string {
  return `${RECORD_PAGE_META}\n<targetConfigs>${config}</targetConfigs>`;
}

function property(attributes: string): string {
  return withConfig(`<targetConfig targets="lightning__RecordPage"><property ${attributes}/></targetConfig>`);
}

async function problemsOf(meta: string): Promise<string[]> {
  const { problems } = await deployFiles(bundleFiles('csOne', meta, SCRIPT));
  return problems;
}

const META = 'lwc/csOne/csOne.js-meta.xml';

describe('LightningComponentBundle', () => {
  test.each([
    [
      'a version to come',
      '<apiVersion>99.0</apiVersion>',
      `${META}:3 [Line: 3, Col: 13] Invalid API version 99.0 of csOne; expected 45.0 to 66.0`,
    ],
    [
      'a target that is none',
      '<targets><target>lightning__ListViewAction</target></targets>',
      `${META}:3 [Line: 3, Col: 18] Invalid target 'lightning__ListViewAction' in csOne.js-meta.xml`,
    ],
    [
      'a configuration for a target it does not list',
      withConfig('<targetConfig targets="lightning__HomePage"></targetConfig>'),
      `${META}:6 [Line: 6, Col: 60] targetConfig names the target 'lightning__HomePage', which csOne does not list in its targets`,
    ],
    [
      'an object that is nowhere',
      withConfig(
        '<targetConfig targets="lightning__RecordPage"><objects><object>Gone__c</object></objects></targetConfig>',
      ),
      `${META}:6 [Line: 6, Col: 79] Invalid reference Gone__c of type sobjectClass in file csOne.js-meta.xml`,
    ],
    [
      'a property of a type that pages lack',
      property('name="limit" type="Date"'),
      `${META}:6 [Line: 6, Col: 98] Property 'limit' has the type 'Date'; expected one of Boolean, Color, Integer, String`,
    ],
    [
      'a property that the script does not have',
      property('name="size" type="Integer"'),
      `${META}:6 [Line: 6, Col: 100] Property 'size' has no @api property of that name in csOne.js`,
    ],
    [
      'a default out of range',
      property('name="limit" type="Integer" max="9" default="10"'),
      `${META}:6 [Line: 6, Col: 122] Property 'limit': the default '10' is no Integer it allows`,
    ],
  ])('refuses %s', async (_what, meta, problem) => {
    expect(await problemsOf(meta)).toEqual([problem]);
  });

  test('reports a fault of the template at its file, line and column', async () => {
    const { problems, org } = await deployFiles(
      bundleFiles('csOne', RECORD_PAGE_META, undefined, '<template>\n  <div></template>'),
    );
    expect(problems[0]).toMatch(/^lwc\/csOne\/csOne\.html:2 \[Line: 2, Col: \d+\] LWC/);
    expect(org.metadata.get('LightningComponentBundle', 'csOne')).toBeUndefined();
  });

  test('refuses a bundle that holds only TypeScript', async () => {
    const { problems } = await deployFiles({
      'lwc/csOne/csOne.ts': 'export default class {}',
      'lwc/csOne/csOne.js-meta.xml': RECORD_PAGE_META,
    });
    expect(problems).toEqual([
      'lwc/csOne/csOne.ts: The bundle csOne holds csOne.ts but no csOne.js; expected the compiled script',
    ]);
  });

  test('resolves fields, labels and components of the same package', async () => {
    const script = `import { LightningElement } from 'lwc';
import FIELD from '@salesforce/schema/Account.CS_ARR__c';
import TITLE from '@salesforce/label/c.CS_Title';
import { sum } from 'c/csTwo';
export default class CsOne extends LightningElement { value = sum(FIELD, TITLE); }
`;
    const label =
      '<labels><fullName>CS_Title</fullName><language>en_US</language><protected>false</protected><shortDescription>Title</shortDescription><value>Title</value></labels>';
    const { problems } = await deployFiles({
      ...bundleFiles('csOne', RECORD_PAGE_META, script),
      'lwc/csTwo/csTwo.js': 'export const sum = (a, b) => [a, b];\n',
      'lwc/csTwo/csTwo.js-meta.xml': '<apiVersion>66.0</apiVersion>',
      'labels/CustomLabels.labels': label,
      'objects/Account.object':
        '<fields><fullName>CS_ARR__c</fullName><label>ARR</label><precision>18</precision><scale>2</scale><type>Currency</type></fields>',
    });
    expect(problems).toEqual([]);
  });

  test('refuses an import of a field that is nowhere', async () => {
    const script = `import { LightningElement } from 'lwc';\nimport F from '@salesforce/schema/Account.Gone__c';\nexport default class CsOne extends LightningElement { f = F; }\n`;
    const { problems } = await deployFiles(bundleFiles('csOne', RECORD_PAGE_META, script));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('lwc/csOne/csOne.js:2');
    expect(problems[0]).toContain('@salesforce/schema/Account.Gone__c');
  });
});
