import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseXml } from '../../metadata/xml/parse-xml.ts';
import type { CustomerOrg } from '../../records/customer-org.ts';
import type { UserContext } from '../../security/types.ts';
import { findReportType } from '../catalog/find-definition.ts';
import { readReport } from '../model/read-report.ts';
import { planReport } from '../plan/plan-report.ts';
import { column, criterion, down, reportBody, reportOrg } from '../testing/report-org.ts';
import type { GroupNode } from './group-tree.ts';
import type { ReportResult } from './report-result.ts';
import { runReport } from './run-report.ts';

const TODAY = '2026-11-22';
const TIER = 'Account$Tier__c';
const SCORE = 'Account$Score__c';
let kit: CustomerOrg;

beforeAll(async () => void (kit = await reportOrg()));
afterAll(() => kit.org.close());

function run(format: string, parts: string, user: UserContext = kit.admin()): ReportResult {
  const { org } = kit;
  const def = readReport('Team/Test', parseXml(`<Report>${reportBody(format, parts)}</Report>`));
  const type = findReportType(org.metadata, 'Customers')!;
  const plan = planReport(def, type, { schema: org.schema, user, today: TODAY });
  return runReport(plan, (query) => org.queries.run(user, query), TODAY, {
    locale: 'en-US',
    timeZone: 'UTC',
  });
}

const labels = (nodes: readonly GroupNode[]): string[] => nodes.map(({ label }) => label);
const cells = ({ facts }: ReportResult, key: string): (number | null)[] =>
  facts.get(key)?.aggregates.map(({ value }) => value) ?? [];
const names = ({ facts }: ReportResult, key: string): string[] =>
  facts.get(key)?.rows.map(([first]) => first!.label) ?? [];
const filter = (...items: string[]): string => `<filter>${items.join('')}</filter>`;
const across = (field: string, more = ''): string =>
  down(field, more).replaceAll('groupingsDown', 'groupingsAcross');

describe('a tabular report', () => {
  test('lists records in its order, blanks last, with the total of all', () => {
    const result = run(
      'Tabular',
      `${column('Account$Name')}${column(SCORE, 'Sum', 'Average')}<sortColumn>${SCORE}</sortColumn><sortOrder>Desc</sortOrder>`,
    );
    expect(names(result, 'T!T')).toEqual(['Acme', 'Crux', 'Bolt', 'Dune']);
    expect(cells(result, 'T!T')).toEqual([180, 60, 4]);
  });

  test('a row limit cuts the rows and what is summed of them', () => {
    const result = run(
      'Tabular',
      `${column('Account$Name')}${column(SCORE, 'Sum')}<rowLimit>2</rowLimit><sortColumn>${SCORE}</sortColumn><sortOrder>Desc</sortOrder>`,
    );
    expect(cells(result, 'T!T')).toEqual([140, 2]);
    expect(result.recordCount).toBe(4);
  });

  test('names lead to their records', () => {
    const [cell] = run('Tabular', column('Account$Owner')).facts.get('T!T')!.rows[0]!;
    expect(cell).toEqual({ label: 'Org Admin', value: 'Org Admin', recordId: kit.org.adminId });
  });
});

describe('a summary report', () => {
  test('groups picklists in the order of their values, blanks first', () => {
    const result = run('Summary', `${column('Account$Name')}${column(SCORE, 'Sum')}${down(TIER)}`);
    expect(labels(result.down)).toEqual(['-', 'Gold', 'Silver']);
    expect(cells(result, '1!T')).toEqual([140, 2]);
    expect(names(result, '1!T')).toEqual(['Acme', 'Crux']);
  });

  test('groups inside groups add up to the group around them', () => {
    const month = '<dateGranularity>Month</dateGranularity>';
    const result = run(
      'Summary',
      `${column('Account$AnnualRevenue', 'Sum')}${down(TIER)}${down('Account$Renewal__c', month)}`,
    );
    expect(labels(result.down[1]!.groupings)).toEqual(['December 2026', 'February 2027']);
    expect(cells(result, '1_0!T')).toEqual([100, 1]);
    expect(cells(result, '1_1!T')).toEqual([25, 1]);
    expect(cells(result, '1!T')).toEqual([125, 2]);
  });

  test('groups are sorted by a summary where the report says so', () => {
    const bySum = `<aggregateType>Sum</aggregateType><sortByName>${SCORE}</sortByName><sortType>Aggregate</sortType>`;
    const result = run('Summary', `${column(SCORE, 'Sum')}${down(TIER, bySum).replace('Asc', 'Desc')}`);
    expect(labels(result.down)).toEqual(['Gold', 'Silver', '-']);
  });

  test('a row formula is worked out for each record and averaged', () => {
    const formula =
      '<customDetailFormulas><calculatedFormula>Account.Renewal__c - TODAY()</calculatedFormula><dataType>Double</dataType><developerName>CDF1</developerName><label>Days</label><scale>0</scale></customDetailFormulas>';
    const result = run('Summary', `${column('CDF1', 'Average', 'Minimum')}${formula}${down(TIER)}`);
    expect(cells(result, '1!T')).toEqual([44.5, 18, 2]);
    expect(cells(result, '0!T')).toEqual([null, null, 1]);
  });

  test('a bucket groups numbers into its ranges, in their order', () => {
    const bucket = `<buckets><bucketType>number</bucketType><developerName>BucketField_S</developerName><masterLabel>S</masterLabel><nullTreatment>n</nullTreatment><sourceColumnName>${SCORE}</sourceColumnName><values><sourceValues><to>50</to></sourceValues><value>Low</value></values><values><sourceValues><from>50</from></sourceValues><value>High</value></values></buckets>`;
    const result = run('Summary', `${bucket}${column('Account$Name')}${down('BucketField_S')}`);
    expect(labels(result.down)).toEqual(['-', 'Low', 'High']);
    expect(cells(result, '2!T')).toEqual([2]);
  });
});

test('a matrix report crosses its groups; what has no record has no fact', () => {
  const month = '<dateGranularity>Month</dateGranularity>';
  const result = run(
    'Matrix',
    `${column('Account$AnnualRevenue', 'Sum')}${down(TIER)}${across('Account$Renewal__c', month)}`,
  );
  expect(labels(result.across)).toEqual(['-', 'December 2026', 'February 2027']);
  expect(cells(result, '1!1')).toEqual([100, 1]);
  expect(cells(result, 'T!1')).toEqual([150, 2]);
  expect(cells(result, '1!T')).toEqual([125, 2]);
  expect(result.facts.has('2!2')).toBe(false);
  expect(cells(result, 'T!T')).toEqual([175, 4]);
});

describe('what a report selects', () => {
  test('goes by its filter logic', () => {
    const items = [
      criterion(TIER, 'equals', 'Silver'),
      criterion(SCORE, 'greaterThan', '70'),
      criterion('Account$Name', 'notEqual', 'Dune'),
    ];
    const result = run(
      'Tabular',
      `${column('Account$Name')}${filter('<booleanFilter>(1 OR 2) AND 3</booleanFilter>', ...items)}`,
    );
    expect(names(result, 'T!T')).toEqual(['Acme', 'Bolt']);
  });

  test('lies in its time frame', () => {
    const frame =
      '<timeFrameFilter><dateColumn>Account$Renewal__c</dateColumn><interval>INTERVAL_NEXTMONTH</interval></timeFrameFilter>';
    expect(names(run('Tabular', column('Account$Name') + frame), 'T!T')).toEqual(['Acme', 'Bolt']);
  });

  test.each([
    ['with', ['Acme']],
    ['without', ['Bolt', 'Crux', 'Dune']],
  ])('is %s related records where a cross filter says so', (operation, expected) => {
    const acme = kit.org.queries.soql(kit.admin(), "SELECT Id FROM Account WHERE Name = 'Acme'").records[0]!
      .Id as string;
    const contact = kit.create('Contact', { LastName: 'Ames', AccountId: acme });
    const cross = `<crossFilters>${criterion('LastName', 'equals', 'Ames')}<operation>${operation}</operation><primaryTableColumn>Account$Id</primaryTableColumn><relatedTable>Contact</relatedTable><relatedTableJoinColumn>Account</relatedTableJoinColumn></crossFilters>`;
    expect(names(run('Tabular', column('Account$Name') + cross), 'T!T')).toEqual(expected);
    kit.org.records.delete(kit.admin(), 'Contact', contact);
  });

  test('is what the viewer owns, in the scope user', () => {
    const user = kit.addUser('olga');
    kit.org.records.create(user(), 'Account', { Name: 'Hers' });
    const result = run('Tabular', `${column('Account$Name')}<scope>user</scope>`, user());
    expect(names(result, 'T!T')).toEqual(['Hers']);
  });
});

describe('what the viewer may not read', () => {
  test('a column is left out', () => {
    const { plan } = run('Tabular', column('Account$Name') + column('Account$Secret__c'));
    expect(plan.details.map(({ token }) => token)).toEqual(['Account$Name']);
    expect(plan.hidden.map(({ token }) => token)).toEqual(['Account$Secret__c']);
  });

  test('a filter or a group stops the report, which would say something else without it', () => {
    const secret = filter(criterion('Account$Secret__c', 'equals', 'x'));
    expect(() => run('Tabular', column('Account$Name') + secret)).toThrow('You have no access to Secret');
    expect(() => run('Summary', column('Account$Name') + down('Account$Secret__c'))).toThrow(
      'You have no access to Secret',
    );
  });

  test('an object stops the report', () => {
    const guest = kit.addUser('gus', { editor: false, profile: 'Minimum Access - Salesforce' });
    expect(() => run('Tabular', column('Account$Name'), guest())).toThrow('You have no access to Accounts');
  });
});
