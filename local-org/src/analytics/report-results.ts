import type { Org } from '../org.ts';
import type { GroupNode } from '../reports/run/group-tree.ts';
import type { ReportResult } from '../reports/run/report-result.ts';
import { extendedMetadata } from './extended-metadata.ts';
import { reportMetadata } from './report-metadata.ts';
import type { AskedReport } from './report-overrides.ts';

/** A run answers this many detail rows; the summaries are of all of them. */
const MAX_DETAIL_ROWS = 2000;

/**
 * The answer to a report run: groupings, and the fact map by their keys.
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_factmap_example.htm
 */
export function reportResults(
  org: Org,
  id: string,
  result: ReportResult,
  { includeDetails }: Pick<AskedReport, 'includeDetails'>,
  path: string,
): object {
  const { plan, down, across, facts, recordCount } = result;
  let room = MAX_DETAIL_ROWS;
  const factMap = Object.fromEntries(
    [...facts].map(([key, { aggregates, rows }]) => {
      if (!includeDetails) return [key, { aggregates }];
      const shown = rows.slice(0, room);
      room -= shown.length;
      return [key, { aggregates, rows: shown.map((dataCells) => ({ dataCells })) }];
    }),
  );
  return {
    attributes: {
      describeUrl: `${path}/reports/${id}/describe`,
      instancesUrl: `${path}/reports/${id}/instances`,
      reportId: id,
      reportName: plan.def.name,
      type: 'Report',
    },
    allData: !includeDetails || recordCount <= MAX_DETAIL_ROWS,
    factMap,
    groupingsAcross: { groupings: across.map(groupingOf) },
    groupingsDown: { groupings: down.map(groupingOf) },
    hasDetailRows: includeDetails,
    hasExceededTogglesLimit: false,
    reportExtendedMetadata: extendedMetadata(plan),
    reportMetadata: reportMetadata(org, id, plan, includeDetails),
  };
}

function groupingOf({ key, label, value, groupings }: GroupNode): object {
  return { groupings: groupings.map(groupingOf), key, label, value };
}
