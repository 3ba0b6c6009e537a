import { describe, expect, test } from '@jest/globals';
import { bundleFiles, RECORD_PAGE_META } from '../testing/bundle-files.ts';
import { deployFiles, type PackageFiles } from '../testing/deploy-files.ts';

const PAGE =
  '<masterLabel>Page</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>';
const APP_PAGE =
  '<masterLabel>Page</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>';
const HOME_PAGE =
  '<masterLabel>Home</masterLabel><template><name>home:desktopTemplate</name></template><type>HomePage</type>';
const APP = '<formFactors>Large</formFactors><label>App</label><navType>Standard</navType>';
const OVERRIDE = (content: string, object: string): string =>
  `<actionOverrides><actionName>View</actionName><content>${content}</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>${object}</pageOrSobjectType></actionOverrides>`;
const FIELD =
  '<fields><fullName>CS_ARR__c</fullName><label>ARR</label><precision>18</precision><scale>2</scale><type>Currency</type></fields>';

async function problemsOf(files: PackageFiles): Promise<string[]> {
  const { problems } = await deployFiles(files);
  return problems.map((problem) => problem.replace(/^.*?:\d* /, ''));
}

describe('apps, tabs, actions and lists', () => {
  test.each<[string, PackageFiles, string]>([
    [
      'a tab of a page that is nowhere',
      { 'tabs/CS_T.tab': '<flexiPage>Gone</flexiPage><label>T</label><motif>Custom1: Heart</motif>' },
      'In field: flexiPage - no FlexiPage named Gone found',
    ],
    [
      'a tab of a record page',
      {
        'flexipages/P.flexipage': PAGE,
        'tabs/CS_T.tab': '<flexiPage>P</flexiPage><label>T</label><motif>Custom1: Heart</motif>',
      },
      'A tab shows a page of type AppPage; P is a RecordPage',
    ],
    [
      'a tab of two things',
      {
        'tabs/CS_T.tab':
          '<flexiPage>P</flexiPage><label>T</label><motif>Custom1: Heart</motif><url>https://example.com</url>',
      },
      'A tab needs exactly one of customObject, flexiPage, lwcComponent, auraComponent, page, scontrol, url; found flexiPage, url',
    ],
    [
      'a tab of a custom object that is nowhere',
      { 'tabs/Gone__c.tab': '<customObject>true</customObject><motif>Custom1: Heart</motif>' },
      'In field: fullName - no CustomObject named Gone__c found',
    ],
    [
      'an app with a tab that is nowhere',
      { 'applications/A.app': `${APP}<tabs>CS_Gone</tabs><uiType>Lightning</uiType>` },
      'In field: tab - no CustomTab named CS_Gone found',
    ],
    [
      'an app that overrides a view with a page that is nowhere',
      { 'applications/A.app': `${OVERRIDE('Gone', 'Account')}${APP}<uiType>Lightning</uiType>` },
      'Gone does not exist or is not a valid override for action View.',
    ],
    [
      'an app that overrides the view of another object',
      {
        'flexipages/P.flexipage': PAGE,
        'applications/A.app': `${OVERRIDE('P', 'Contact')}${APP}<uiType>Lightning</uiType>`,
      },
      'P does not exist or is not a valid override for action View.',
    ],
    [
      'an app whose home is no home page',
      {
        'flexipages/Q.flexipage': APP_PAGE,
        'applications/A.app': `${OVERRIDE('Q', 'standard-home').replace('View', 'Tab')}${APP}<uiType>Lightning</uiType>`,
      },
      'Q does not exist or is not a valid override for action Tab.',
    ],
    [
      'an app of the classic interface',
      { 'applications/A.app': APP },
      'The local org does not model apps of uiType Aloha, the default.',
    ],
    [
      'an action of a component that is nowhere',
      {
        'quickActions/Account.CS_A.quickAction':
          '<label>A</label><lightningWebComponent>csGone</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
      },
      'In field: lightningWebComponent - no LightningComponentBundle named csGone found',
    ],
    [
      'an action of a component that is for pages only',
      {
        ...bundleFiles('csOne', RECORD_PAGE_META),
        'quickActions/Account.CS_A.quickAction':
          '<label>A</label><lightningWebComponent>csOne</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
      },
      "The component c:csOne doesn't support the target lightning__RecordAction, which this action needs",
    ],
    [
      'a list view with a column that is nowhere',
      {
        'objects/Account.object':
          '<listViews><fullName>L</fullName><columns>NAME</columns><filterScope>Everything</filterScope><label>L</label></listViews>',
      },
      'Could not resolve list view column: NAME',
    ],
    [
      'a list view whose logic names a filter it lacks',
      {
        'objects/Account.object': `${FIELD}<listViews><fullName>L</fullName><booleanFilter>1 AND 2</booleanFilter><columns>ACCOUNT.NAME</columns><filterScope>Mine</filterScope><filters><field>CS_ARR__c</field><operation>greaterThan</operation><value>5</value></filters><label>L</label></listViews>`,
      },
      'The filter logic names filter 2, which does not exist',
    ],
    [
      'a list view whose logic leaves out a filter',
      {
        'objects/Account.object': `${FIELD}<listViews><fullName>L</fullName><booleanFilter>2 OR 2</booleanFilter><columns>ACCOUNT.NAME</columns><filterScope>Mine</filterScope><filters><field>CS_ARR__c</field><operation>greaterThan</operation><value>5</value></filters><filters><field>CS_ARR__c</field><operation>equals</operation></filters><label>L</label></listViews>`,
      },
      'The filter logic leaves out filter 1',
    ],
    [
      'a list view of a scope that is not modelled',
      {
        'objects/Account.object':
          '<listViews><fullName>L</fullName><columns>ACCOUNT.NAME</columns><filterScope>Team</filterScope><label>L</label></listViews>',
      },
      'The local org does not model list views of scope Team.',
    ],
    [
      'a compact layout of a field that is nowhere',
      {
        'objects/Account.object':
          '<compactLayouts><fullName>C</fullName><fields>Gone__c</fields><label>C</label></compactLayouts>',
      },
      'In field: fields - no CustomField named Account.Gone__c found',
    ],
    [
      'a layout with a field that is nowhere',
      {
        'layouts/Account-Account Layout.layout':
          '<layoutSections><layoutColumns><layoutItems><field>Gone__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
      },
      'In field: field - no CustomField named Account.Gone__c found',
    ],
    [
      'a role under a role that is nowhere',
      { 'roles/CSM.role': '<name>CSM</name><parentRole>Gone</parentRole>' },
      'In field: parentRole - no Role named Gone found',
    ],
    [
      'a notification type without a channel',
      {
        'notificationtypes/CS_N.notiftype':
          '<customNotifTypeName>CS_N</customNotifTypeName><desktop>false</desktop><masterLabel>N</masterLabel><mobile>false</mobile>',
      },
      'A notification type needs at least one supported channel',
    ],
    [
      'a static resource that is not text',
      {
        'staticresources/R.resource': 'PNG\uFFFD\uFFFD',
        'staticresources/R.resource-meta.xml':
          '<?xml version="1.0"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Public</cacheControl><contentType>image/png</contentType></StaticResource>',
      },
      'The local org does not model static resources that are not text.',
    ],
  ])('refuses %s', async (_what, files, problem) => {
    expect(await problemsOf(files)).toEqual([problem]);
  });

  test('takes an app with its tab, page, override, list, action and message channel', async () => {
    const action = RECORD_PAGE_META.replace('lightning__RecordPage', 'lightning__RecordAction');
    const config =
      '<targetConfigs><targetConfig targets="lightning__RecordAction"><actionType>ScreenAction</actionType></targetConfig></targetConfigs>';
    expect(
      await problemsOf({
        ...bundleFiles('csAct', action + config),
        'quickActions/Account.CS_A.quickAction':
          '<label>A</label><lightningWebComponent>csAct</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
        'messageChannels/CS_C.messageChannel':
          '<lightningMessageFields><fieldName>recordId</fieldName></lightningMessageFields><masterLabel>C</masterLabel>',
        'objects/Account.object': `${FIELD}<listViews><fullName>L</fullName><columns>ACCOUNT.NAME</columns><columns>CS_ARR__c</columns><filterScope>Mine</filterScope><label>L</label></listViews>`,
        'flexipages/P.flexipage': PAGE,
        'flexipages/Q.flexipage': APP_PAGE,
        'flexipages/H.flexipage': HOME_PAGE,
        'tabs/CS_T.tab': '<flexiPage>Q</flexiPage><label>T</label><motif>Custom1: Heart</motif>',
        'applications/A.app': `${OVERRIDE('P', 'Account')}${OVERRIDE('H', 'standard-home').replace('View', 'Tab')}${APP}<tabs>standard-home</tabs><tabs>standard-Account</tabs><tabs>CS_T</tabs><uiType>Lightning</uiType>`,
      }),
    ).toEqual([]);
  });

  test('keeps a role and its record in step', async () => {
    const roles = {
      'roles/CS_Manager.role': '<name>CS Manager</name>',
      'roles/CSM.role': '<name>CSM</name><parentRole>CS_Manager</parentRole>',
    };
    const { org, problems } = await deployFiles(roles);
    expect(problems).toEqual([]);
    await deployFiles(
      { 'roles/CSM.role': '<name>Success</name><parentRole>CS_Manager</parentRole>' },
      {},
      org,
    );
    const { records } = org.queries.soql(
      org.userById(org.adminId),
      "SELECT Name, ParentRoleId FROM UserRole WHERE DeveloperName = 'CSM'",
    );
    expect(records).toMatchObject([{ Name: 'Success', ParentRoleId: expect.stringMatching(/^00E/) }]);
  });
});
