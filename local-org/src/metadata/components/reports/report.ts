import { findReportType } from '../../../reports/catalog/find-definition.ts';
import { readReport } from '../../../reports/model/read-report.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childText } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { notFound, problemAt } from '../problem.ts';
import { checkNotReferenced } from '../references.ts';
import { checkChart } from './check-chart.ts';
import { createColumnCheck } from './column-check.ts';
import { checkColumns } from './check-columns.ts';
import { checkFilters } from './check-filters.ts';
import { checkFolder } from './check-folder.ts';
import { checkGroupings } from './check-groupings.ts';
import { checkReportParts } from './check-report-parts.ts';

const MAX_NAME = 40;

/** A report: deployed when the local org can run every part of it. */
export const report: ComponentHandler = {
  type: 'Report',
  deploy(component, context) {
    const root = definitionOf(component);
    const { org } = context;
    const problems = [
      ...checkFolder(component.fullName, 'Report', context),
      ...checkDeveloperName(component.fullName.split('/').at(-1)!, 'Report Unique Name', MAX_NAME),
      ...checkText(root, 'name', { maxLength: MAX_NAME, missing: 'Required field is missing: name' }),
      ...checkText(root, 'description', { maxLength: 255 }),
      ...checkReportParts(root),
    ];
    const typeName = childText(root, 'reportType') ?? '';
    const at = childNamed(root, 'reportType');
    if (!typeName.endsWith('__c') || typeName.includes('$')) {
      return [
        ...problems,
        problemAt(
          at,
          `The local org does not model the standard report type ${typeName}; expected a custom one with __c.`,
        ),
      ];
    }
    const type = findReportType(org.metadata, typeName.slice(0, -'__c'.length));
    if (!type) return [...problems, notFound(at, 'reportType', 'ReportType', typeName)];
    const def = readReport(component.fullName, root);
    const column = createColumnCheck(org.schema, type, def);
    problems.push(
      ...column.problemsOf(root),
      ...checkColumns(root, def, column),
      ...checkGroupings(root, def, column),
      ...checkFilters(root, def, type, column, org.schema),
      ...checkChart(root, def),
    );
    if (problems.length === 0) org.reportCatalog.saveReport(def);
    return problems;
  },
  remove(fullName, context) {
    const problems = checkNotReferenced(
      { type: 'Report', fullName },
      [fullName.replace('/', '\\/')],
      context,
    );
    if (problems.length === 0) context.org.reportCatalog.remove('Report', fullName);
    return problems;
  },
};
