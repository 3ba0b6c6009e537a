import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { CustomerOrg } from '../records/customer-org.ts';
import {
  column,
  criterion,
  deployReports,
  down,
  reportBody,
  reportOrg,
} from '../reports/testing/report-org.ts';
import { createServer } from '../server.ts';

const PATH = '/services/data/v66.0/analytics';
const TIER = 'Account$Tier__c';
const SCORE = 'Account$Score__c';
const REVENUE = 'Account$AnnualRevenue';
const DASHBOARD = [
  '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor>',
  '<dashboardFilters><dashboardFilterOptions><operator>equals</operator><values>Gold</values></dashboardFilterOptions><name>Tier</name></dashboardFilters>',
  `<dashboardGridLayout><dashboardGridComponents><colSpan>4</colSpan><columnIndex>0</columnIndex><dashboardComponent><chartSummary><aggregate>Sum</aggregate><column>${REVENUE}</column></chartSummary><componentType>Metric</componentType><dashboardFilterColumns><column>${TIER}</column></dashboardFilterColumns><header>Revenue</header><report>Team/By_Tier</report></dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>`,
  '<dashboardType>LoggedInUser</dashboardType><isGridLayout>true</isGridLayout><textColor>#000000</textColor><title>Team</title><titleColor>#000000</titleColor><titleSize>12</titleSize>',
].join('');

let kit: CustomerOrg;
let server: ReturnType<typeof createServer>;
let token: string;
let reportId: string;
let dashboardId: string;

beforeAll(async () => {
  kit = await reportOrg();
  server = createServer(kit.org);
  token = kit.org.sessions.open(kit.org.adminId);
  const parts = `${column('Account$Name')}${column(REVENUE, 'Sum')}<filter>${criterion('Account$Name', 'notEqual', 'Dune')}</filter>${down(TIER)}`;
  await deployReports(kit.org, {
    'reports/Team/By_Tier.report': reportBody('Summary', parts),
    'dashboards/Team/Team.dashboard': DASHBOARD,
  });
  reportId = kit.org.reportCatalog.idOf('Report', 'Team/By_Tier')!;
  dashboardId = kit.org.reportCatalog.idOf('Dashboard', 'Team/Team')!;
});
afterAll(() => kit.org.close());

const get = (path: string, as = token) =>
  request(server)
    .get(PATH + path)
    .auth(as, { type: 'bearer' });
const run = (reportMetadata: object) =>
  request(server)
    .post(`${PATH}/reports/${reportId}`)
    .auth(token, { type: 'bearer' })
    .send({ reportMetadata });

describe('reports', () => {
  test('are listed, and found by SOQL', async () => {
    expect((await get('/reports')).body).toMatchObject([
      { id: reportId, name: 'Customers', reportFormat: 'SUMMARY' },
    ]);
    const { records } = kit.org.queries.soql(
      kit.admin(),
      "SELECT Id, FolderName FROM Report WHERE DeveloperName = 'By_Tier'",
    );
    expect(records).toMatchObject([{ Id: reportId, FolderName: 'Team Reports' }]);
  });

  test('answer groups, and facts by their keys, without details unless asked for', async () => {
    const { body } = await get(`/reports/${reportId}`);
    expect(body.groupingsDown.groupings).toMatchObject([
      { key: '0', label: 'Gold', value: 'Gold' },
      { key: '1', label: 'Silver', value: 'Silver' },
    ]);
    expect(body.factMap['T!T']).toEqual({
      aggregates: [
        { label: '$175', value: 175 },
        { label: '3', value: 3 },
      ],
    });
    expect(body.reportMetadata.aggregates).toEqual([`s!${REVENUE}`, 'RowCount']);
    expect(body.reportExtendedMetadata.aggregateColumnInfo[`s!${REVENUE}`]).toMatchObject({
      label: 'Sum of Annual Revenue',
    });
  });

  test('answer details with the records they name', async () => {
    const { body } = await get(`/reports/${reportId}?includeDetails=true`);
    expect(body.factMap['1!T'].rows).toEqual([
      {
        dataCells: [
          { label: 'Bolt', value: 'Bolt', recordId: expect.stringMatching(/^001/) },
          { label: '$50', value: 50, recordId: null },
        ],
      },
    ]);
    expect(body.allData).toBe(true);
  });

  test('take other filters for one run, with their logic', async () => {
    const reportFilters = [
      { column: TIER, operator: 'equals', value: 'Silver' },
      { column: 'Account$Name', operator: 'startsWith', value: 'A' },
    ];
    const { body } = await run({ reportFilters, reportBooleanFilter: '1 OR 2' });
    expect(body.factMap['T!T'].aggregates[0].value).toBe(150);
    expect((await get(`/reports/${reportId}`)).body.factMap['T!T'].aggregates[0].value).toBe(175);
  });

  test('take another date range for one run', async () => {
    const { body } = await run({
      standardDateFilter: {
        column: 'Account$Renewal__c',
        durationValue: 'CUSTOM',
        startDate: '2027-01-01',
        endDate: null,
      },
    });
    expect(body.factMap['T!T'].aggregates[1].value).toBe(1);
  });

  test.each([
    [
      { reportFilters: [{ column: 'Account$Moon', operator: 'equals', value: '1' }] },
      400,
      'Account$Moon is no field of the report type',
    ],
    [{ reportFilters: [{ column: SCORE, operator: 'equals', value: 'x' }] }, 400, 'x is no number'],
    [{ reportFilters: 'all' }, 400, 'expected an array'],
    [{ scope: 'team' }, 400, 'expected organization or user'],
    [{ bucketFields: [] }, 501, 'does not model reportMetadata.bucketFields'],
  ])('refuse %j', async (metadata, status, reason) => {
    const answer = await run(metadata);
    expect(answer.status).toBe(status);
    expect(answer.body[0].message).toContain(reason);
  });

  test('are described with the columns their type offers the viewer', async () => {
    const { body } = await get(`/reports/${reportId}/describe`);
    const [category] = body.reportTypeMetadata.categories;
    expect(category.columns[TIER]).toMatchObject({ label: 'Tier', dataType: 'picklist', filterable: true });
    expect(category.columns).not.toHaveProperty('Account$Secret__c');
  });

  test('that do not exist are not found', async () => {
    const { status, body } = await get('/reports/00OTn000000000AIAA');
    expect(status).toBe(404);
    expect(body[0].errorCode).toBe('NOT_FOUND');
  });

  test('are for those who may run reports', async () => {
    const guest = kit.addUser('guest', { profile: 'Minimum Access - Salesforce' })();
    kit.grantSystemPermission(guest.userId, 'ApiEnabled');
    const { status, body } = await get('/reports', kit.org.sessions.open(guest.userId));
    expect(status).toBe(403);
    expect(body[0].message).toContain('Run Reports');
  });

  test('cannot be run in the background', async () => {
    const { status } = await get(`/reports/${reportId}/instances`);
    expect(status).toBe(501);
  });
});

describe('dashboards', () => {
  test('answer each component with its report, as the viewer', async () => {
    const { body } = await get(`/dashboards/${dashboardId}`);
    expect(body.componentData[0].reportResult.factMap['T!T'].aggregates[0].value).toBe(175);
    expect(body.dashboardMetadata.runningUser).toEqual({ id: kit.org.adminId, displayName: 'Org Admin' });
  });

  test('go by the chosen option of a filter', async () => {
    const { body } = await get(`/dashboards/${dashboardId}/describe`);
    const [option] = body.filters[0].options;
    expect(option).toMatchObject({ operation: 'equals', value: 'Gold' });
    const filtered = await get(`/dashboards/${dashboardId}?filter1=${option.id}`);
    expect(filtered.body.componentData[0].reportResult.factMap['T!T'].aggregates[0].value).toBe(125);
  });

  test('refuse an option that is none', async () => {
    const { status, body } = await get(`/dashboards/${dashboardId}?filter1=0IC000000000000`);
    expect(status).toBe(400);
    expect(body[0].message).toContain('is no option of the dashboard filter Tier');
  });

  test('say of a component what the viewer may not see', async () => {
    const blind = kit.addUser('blind', { editor: false })();
    const { status, body } = await get(`/dashboards/${dashboardId}`, kit.org.sessions.open(blind.userId));
    expect(status).toBe(200);
    expect(body.componentData[0]).toMatchObject({
      reportResult: null,
      status: { dataStatus: 'ERROR', errorMessage: expect.stringContaining('You have no access to Tier') },
    });
  });
});
