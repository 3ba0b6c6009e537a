import type { Page } from 'playwright-core';

const DATA = '/services/data/v66.0';

/** What a run report says as a whole, and by its outermost groups. */
export interface ReportTotals {
  /** By the API's name of the summary: `s!Account$CS_ARR__c`, `RowCount`. */
  total: Record<string, number | null>;
  groups: { value: unknown; total: Record<string, number | null> }[];
}

interface Results {
  factMap: Record<string, { aggregates: { value: number | null }[] }>;
  groupingsDown: { groupings: { key: string; value: unknown }[] };
  reportMetadata: { aggregates: string[] };
}

interface DashboardResults {
  componentData: { componentId: string; reportResult: Results }[];
  dashboardMetadata: { components: { id: string; header: string | null }[] };
}

/** Runs a report, found by its developer name, as the user who is logged in. */
export async function runReport(page: Page, developerName: string): Promise<ReportTotals> {
  const [report] = await soql<{ Id: string }>(
    page,
    `SELECT Id FROM Report WHERE DeveloperName = '${developerName}'`,
  );
  return totalsOf(await getJson<Results>(page, `${DATA}/analytics/reports/${report?.Id}`));
}

/** Runs every component of a dashboard, found by its developer name: their grand totals by their headers. */
export async function runDashboard(
  page: Page,
  developerName: string,
): Promise<Record<string, Record<string, number | null>>> {
  const [dashboard] = await soql<{ Id: string }>(
    page,
    `SELECT Id FROM Dashboard WHERE DeveloperName = '${developerName}'`,
  );
  const { componentData, dashboardMetadata } = await getJson<DashboardResults>(
    page,
    `${DATA}/analytics/dashboards/${dashboard?.Id}`,
  );
  const headers = new Map(dashboardMetadata.components.map(({ id, header }) => [id, header]));
  return Object.fromEntries(
    componentData.map(({ componentId, reportResult }) => [
      headers.get(componentId) ?? componentId,
      totalsOf(reportResult).total,
    ]),
  );
}

function totalsOf(results: Results): ReportTotals {
  const totals = (key: string) =>
    Object.fromEntries(
      results.reportMetadata.aggregates.map((name, index) => [
        name,
        results.factMap[key]?.aggregates[index]?.value ?? null,
      ]),
    );
  return {
    total: totals('T!T'),
    groups: results.groupingsDown.groupings.map(({ key, value }) => ({ value, total: totals(`${key}!T`) })),
  };
}

/** The rows of a query, as the user who is logged in. */
export async function soql<T = Record<string, unknown>>(page: Page, text: string): Promise<T[]> {
  return (await getJson<{ records: T[] }>(page, `${DATA}/query?q=${encodeURIComponent(text)}`)).records;
}

async function getJson<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(path, page.url()).href);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
