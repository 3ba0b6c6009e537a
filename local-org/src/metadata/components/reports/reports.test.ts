import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CustomerOrg } from '../../../records/customer-org.ts';
import {
  column,
  criterion,
  down,
  FOLDER,
  REPORT_TYPE,
  reportBody,
  reportOrg,
} from '../../../reports/testing/report-org.ts';
import { collectFiles } from '../../retrieve/collect-files.ts';
import { deployFiles, type PackageFiles } from '../../testing/deploy-files.ts';

let kit: CustomerOrg;
beforeAll(async () => void (kit = await reportOrg()));
afterAll(() => kit.org.close());

async function problems(files: PackageFiles): Promise<string> {
  return (await deployFiles(files, { checkOnly: true }, kit.org)).problems.join('\n');
}

const NAME = column('Account$Name');
const SCORE = 'Account$Score__c';
const TIER = 'Account$Tier__c';
const report = (format: string, parts: string): PackageFiles => ({
  'reports/Team/Test.report': reportBody(format, parts),
});
const filter = (...items: string[]): string => `<filter>${items.join('')}</filter>`;
const chart = (type: string, grouping: string, summary = '<column>RowCount</column>'): string =>
  `<chart><chartSummaries>${summary}</chartSummaries><chartType>${type}</chartType><groupingColumn>${grouping}</groupingColumn></chart>`;

describe('a report type', () => {
  const type = (from: string, to: string): PackageFiles => ({
    'reportTypes/Customers.reportType': REPORT_TYPE.replace(from, to),
  });

  test.each([
    ['<field>Tier__c</field>', '<field>Rank__c</field>', "Invalid field 'Rank__c' for Account"],
    ['<field>Owner</field>', '<field>OwnerId</field>', "Invalid field 'OwnerId' for Account"],
    ['<field>Owner.Username</field>', '<field>Owner.Shoe_Size</field>', "Invalid field 'Owner.Shoe_Size'"],
    ['<table>Account</table>', '<table>Contact</table>', "Invalid table 'Contact'; expected Account"],
    ['<field>Tier__c</field>', '<field>Name</field>', 'The field Name stands more than once'],
    ['<baseObject>Account', '<baseObject>Planet__c', 'no CustomObject named Planet__c found'],
    ['<baseObject>Account', '<baseObject>Task', 'does not model custom report types of Task'],
    [
      '<label>',
      '<join><outerJoin>true</outerJoin><relationship>Contacts</relationship></join><label>',
      'does not model report types that join objects',
    ],
  ])('with %s as %s is refused', async (from, to, reason) => {
    expect(await problems(type(from, to))).toContain(reason);
  });
});

describe('a report', () => {
  test.each<[string, PackageFiles, string]>([
    [
      'an unknown column',
      report('Tabular', column('Account$Rank__c')),
      'Invalid value specified: Account$Rank__c',
    ],
    [
      'a column outside of its type',
      report('Tabular', column('Account$Website')),
      'Account$Website; expected a column of the report type Customers',
    ],
    [
      'a standard report type',
      { 'reports/Team/Test.report': reportBody('Tabular', NAME).replace('Customers__c', 'AccountList') },
      'does not model the standard report type AccountList',
    ],
    [
      'an unknown report type',
      { 'reports/Team/Test.report': reportBody('Tabular', NAME).replace('Customers__c', 'Planets__c') },
      'no ReportType named Planets__c found',
    ],
    [
      'an unknown folder',
      { 'reports/Nowhere/Test.report': reportBody('Tabular', NAME) },
      'Cannot find folder: Nowhere',
    ],
    ['no folder', { 'reports/Test.report': reportBody('Tabular', NAME) }, 'Not in package.xml'],
    [
      'a sum of text',
      report('Tabular', column('Account$Name', 'Sum')),
      'Account$Name is of type string, which has no Sum',
    ],
    ['a median', report('Tabular', column(SCORE, 'Median')), 'does not model the summary Median'],
    [
      'a summary without a group',
      report('Summary', NAME),
      'grouped by 1 to 3 down and 0 to 0 across; found 0 and 0',
    ],
    ['a matrix without columns', report('Matrix', NAME + down(TIER)), 'found 1 and 0'],
    [
      'a group by several values',
      report('Summary', NAME + down('Account$Tags__c')),
      'of a type that reports cannot group by',
    ],
    [
      'a group that is a column too',
      report('Summary', NAME + down('Account$Name')),
      'it cannot be shown as a detail column too',
    ],
    [
      'fiscal periods',
      report(
        'Summary',
        NAME + down('Account$Renewal__c', '<dateGranularity>FiscalQuarter</dateGranularity>'),
      ),
      'does not model the date granularity FiscalQuarter',
    ],
    [
      'a wrong filter value',
      report('Tabular', NAME + filter(criterion(SCORE, 'equals', 'many'))),
      'many is no number',
    ],
    [
      'a filter on long text',
      report('Tabular', NAME + filter(criterion('Account$Description', 'contains', 'x'))),
      'is long text, which reports do not filter',
    ],
    [
      'broken filter logic',
      report(
        'Tabular',
        NAME + filter('<booleanFilter>1 AND 2</booleanFilter>', criterion(SCORE, 'equals', '1')),
      ),
      'expected the number of a filter, 1 to 1, found 2',
    ],
    [
      'a cross filter over no lookup',
      report(
        'Tabular',
        `${NAME}<crossFilters><operation>with</operation><primaryTableColumn>Account$Id</primaryTableColumn><relatedTable>Contact</relatedTable><relatedTableJoinColumn>LastName</relatedTableJoinColumn></crossFilters>`,
      ),
      'expected a lookup of Contact to Account',
    ],
    [
      'an interval of its own',
      report(
        'Tabular',
        `${NAME}<timeFrameFilter><dateColumn>Account$Renewal__c</dateColumn><interval>LAST_FISCALPERIOD</interval></timeFrameFilter>`,
      ),
      'does not model the interval LAST_FISCALPERIOD',
    ],
    [
      'a time frame over text',
      report(
        'Tabular',
        `${NAME}<timeFrameFilter><dateColumn>Account$Name</dateColumn><interval>INTERVAL_TODAY</interval></timeFrameFilter>`,
      ),
      'Account$Name is no date',
    ],
    [
      'the scope of a team',
      report('Tabular', `${NAME}<scope>team</scope>`),
      'does not model reports of scope team',
    ],
    [
      'a row formula of nothing',
      report(
        'Tabular',
        `${column('CDF1')}<customDetailFormulas><calculatedFormula>Account.Moon__c</calculatedFormula><dataType>Double</dataType><developerName>CDF1</developerName><label>M</label><scale>0</scale></customDetailFormulas>`,
      ),
      'Field Account.Moon__c does not exist',
    ],
    [
      'a custom summary formula',
      report(
        'Summary',
        `<aggregates><calculatedFormula>1</calculatedFormula><datatype>number</datatype><developerName>F1</developerName><isActive>true</isActive><masterLabel>F</masterLabel></aggregates>${NAME}${down(TIER)}`,
      ),
      'does not model custom summary formulas',
    ],
    [
      'a funnel',
      report('Summary', chart('Funnel', TIER) + NAME + down(TIER)),
      'does not model charts of type Funnel',
    ],
    [
      'a chart of no group',
      report('Summary', chart('Donut', 'Account$Owner') + NAME + down(TIER)),
      'Invalid value specified: Account$Owner; expected the first grouping of the report',
    ],
    [
      'a chart of no summary',
      report(
        'Summary',
        chart('Donut', TIER, `<aggregate>Sum</aggregate><column>${SCORE}</column>`) + NAME + down(TIER),
      ),
      'Sum of Account$Score__c; expected a summary of the report',
    ],
    [
      'a row limit without order',
      report('Tabular', `${NAME}<rowLimit>5</rowLimit>`),
      'A row limit needs a tabular report with a sort column',
    ],
  ])('with %s is refused', async (_what, files, reason) => {
    expect(await problems(files)).toContain(reason);
  });

  test('is refused at the line of what is wrong', async () => {
    const body = reportBody(
      'Tabular',
      `${NAME}\n<filter>\n${criterion('Account$Rank__c', 'equals', '1')}\n</filter>\n`,
    );
    expect(await problems({ 'reports/Team/Test.report': body })).toMatch(/^reports\/Team\/Test\.report:5 /);
  });
});

describe('a folder', () => {
  test.each([
    ['<sharedTo>AllInternalUsers', '<sharedTo>AllPartnerUsers', 'shares folders with all internal users'],
    ['<accessLevel>View', '<accessLevel>Manage', 'models the access level View of folders only'],
    ['<accessType>Shared', '<accessType>Hidden', 'does not model hidden folders'],
  ])('with %s as %s is refused', async (from, to, reason) => {
    expect(await problems({ 'reports/Other-meta.xml': FOLDER('Other').replace(from, to) })).toContain(reason);
  });
});

describe('a dashboard', () => {
  const component = (parts: string): string =>
    `<dashboardGridComponents><colSpan>4</colSpan><columnIndex>0</columnIndex><dashboardComponent>${parts}</dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents>`;
  const body = (parts: string, more = '<dashboardType>LoggedInUser</dashboardType>'): string =>
    `<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardGridLayout>${component(parts)}<numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>${more}<isGridLayout>true</isGridLayout><textColor>#000000</textColor><title>Team</title><titleColor>#000000</titleColor><titleSize>12</titleSize>`;
  const METRIC =
    '<chartSummary><column>RowCount</column></chartSummary><componentType>Metric</componentType><report>Team/By_Tier</report>';
  const FILTERS =
    '<dashboardFilters><dashboardFilterOptions><operator>equals</operator><values>Gold</values></dashboardFilterOptions><name>Tier</name></dashboardFilters><dashboardType>LoggedInUser</dashboardType>';
  const files = (dashboard: string): PackageFiles => ({
    'reports/Team/By_Tier.report': reportBody('Summary', NAME + down(TIER)),
    'dashboards/Team/Team.dashboard': dashboard,
  });

  test('over a report of the same deploy goes in, and is retrieved with its folder', async () => {
    const { org } = await deployFiles(files(body(METRIC)), {}, kit.org);
    expect(org.queries.soql(kit.admin(), 'SELECT Title, FolderName FROM Dashboard').records).toMatchObject([
      { Title: 'Team', FolderName: 'Team Dashboards' },
    ]);
    const { files: retrieved } = collectFiles(org, [
      { type: 'DashboardFolder', fullName: 'Team' },
      { type: 'Dashboard', fullName: 'Team/Team' },
    ]);
    expect([...retrieved.keys()]).toEqual(['dashboards/Team-meta.xml', 'dashboards/Team/Team.dashboard']);
  });

  test.each<[string, string, string]>([
    ['an unknown report', body(METRIC.replace('By_Tier', 'Lost')), 'no Report named Team/Lost found'],
    [
      'a scatter plot',
      body(METRIC.replace('Metric', 'Scatter')),
      'does not model dashboard components of type Scatter',
    ],
    ['bars of no group', body(METRIC.replace('Metric', 'Bar')), 'A Bar shows 1 groupings; found 0'],
    [
      'bars of another group',
      body(`${METRIC.replace('Metric', 'Bar')}<groupingColumn>${SCORE}</groupingColumn>`),
      'expected the first grouping of the report',
    ],
    ['a gauge without an end', body(METRIC.replace('Metric', 'Gauge')), 'A Gauge needs gaugeMax'],
    [
      'a running user who is not there',
      body(METRIC, '<dashboardType>SpecifiedUser</dashboardType><runningUser>who@else.example</runningUser>'),
      'no User named who@else.example found',
    ],
    [
      'the data of a team',
      body(METRIC, '<dashboardType>MyTeamUser</dashboardType>'),
      'does not model dashboards of type MyTeamUser',
    ],
    [
      'a filter by no column',
      body(
        `<dashboardFilterColumns><column>Account$Rank__c</column></dashboardFilterColumns>${METRIC}`,
        FILTERS,
      ),
      'Invalid value specified: Account$Rank__c',
    ],
    [
      'a filter value of another type',
      body(`<dashboardFilterColumns><column>${SCORE}</column></dashboardFilterColumns>${METRIC}`, FILTERS),
      'Gold is no number',
    ],
  ])('with %s is refused', async (_what, dashboard, reason) => {
    expect(await problems(files(dashboard))).toContain(reason);
  });
});

test('what a report names cannot be deleted', async () => {
  await deployFiles(report('Summary', NAME + down(TIER)), {}, kit.org);
  const destructive =
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Customers</members><name>ReportType</name></types></Package>';
  const empty = '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><version>66.0</version></Package>';
  const files = { 'package.xml': empty, 'destructiveChanges.xml': destructive };
  expect(await problems(files)).toContain(
    'Customers is referenced elsewhere in salesforce.com: Report Team/',
  );
});
