import type { ComponentProblem } from '../../types/component-problem.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { problemAt } from '../problem.ts';

/** Parts of a report that change what it says, and that the local org does not work out. */
const UNMODELLED: Readonly<Record<string, string>> = {
  aggregateFilters: 'filters on summaries',
  aggregates: 'custom summary formulas',
  block: 'joined reports',
  colorRanges: 'conditional colours of reports',
  dataCategoryFilters: 'data category filters',
  formattingRules: 'conditional formatting',
  historicalSelector: 'historical trend reports',
  division: 'divisions',
  roleHierarchyFilter: 'role hierarchy filters',
  territoryHierarchyFilter: 'territory filters',
  userFilter: 'user filters',
};
const FORMATS = ['Tabular', 'Summary', 'Matrix'];
const SCOPES = ['organization', 'user'];

/** Refuses what the local org cannot run, with the reason. */
export function checkReportParts(root: XmlElement): ComponentProblem[] {
  const problems = Object.entries(UNMODELLED).flatMap(([name, what]) => {
    const part = childNamed(root, name);
    return part ? [problemAt(part, `The local org does not model ${what}.`)] : [];
  });
  const format = childText(root, 'format') ?? '';
  if (!FORMATS.includes(format)) {
    problems.push(
      problemAt(childNamed(root, 'format'), `The local org does not model reports of format ${format}.`),
    );
  }
  const scope = childText(root, 'scope') ?? 'organization';
  if (!SCOPES.includes(scope)) {
    problems.push(
      problemAt(
        childNamed(root, 'scope'),
        `The local org does not model reports of scope ${scope}; expected organization or user.`,
      ),
    );
  }
  return problems;
}
