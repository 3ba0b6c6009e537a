import { readDashboard } from '../../../reports/model/read-dashboard.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { notFound, problemAt } from '../problem.ts';
import { checkDashboardComponent } from './check-dashboard-component.ts';
import { checkFolder } from './check-folder.ts';

const MAX_COMPONENTS = 20;
const MAX_FILTERS = 3;
const MAX_FILTER_OPTIONS = 50;
const GRID_COLUMNS = [9, 12];

/** A dashboard: a grid of components, each over a report that is there. */
export const dashboard: ComponentHandler = {
  type: 'Dashboard',
  deploy(component, context) {
    const root = definitionOf(component);
    const def = readDashboard(component.fullName, root);
    const problems = [
      ...checkFolder(component.fullName, 'Dashboard', context),
      ...checkDeveloperName(component.fullName.split('/').at(-1)!, 'Dashboard Unique Name'),
      ...checkText(root, 'title', { maxLength: 80, missing: 'Required field is missing: title' }),
      ...checkText(root, 'description', { maxLength: 255 }),
      ...checkRunningUser(root, context),
      ...checkGrid(root),
      ...checkDashboardFilters(root),
      ...cells(root).flatMap((cell, index) =>
        checkDashboardComponent(cell, def, def.components[index]!, context),
      ),
    ];
    if (problems.length === 0) context.org.reportCatalog.saveDashboard(def);
    return problems;
  },
  remove(fullName, { org }) {
    org.reportCatalog.remove('Dashboard', fullName);
    return [];
  },
};

function cells(root: XmlElement): XmlElement[] {
  const layout = childNamed(root, 'dashboardGridLayout');
  return layout ? childrenNamed(layout, 'dashboardGridComponents') : [];
}

function checkRunningUser(root: XmlElement, { org, user }: DeployContext): ComponentProblem[] {
  const type = childText(root, 'dashboardType') ?? 'SpecifiedUser';
  if (type === 'LoggedInUser') return [];
  const at = childNamed(root, 'dashboardType') ?? root;
  if (type !== 'SpecifiedUser')
    return [problemAt(at, `The local org does not model dashboards of type ${type}.`)];
  const username = childText(root, 'runningUser');
  if (username === undefined) return [problemAt(at, 'Required field is missing: runningUser')];
  const found = org.queries.run(user, {
    from: 'User',
    select: [{ kind: 'field', path: ['Id'] }],
    where: {
      kind: 'compare',
      left: { kind: 'field', path: ['Username'] },
      op: '=',
      right: { kind: 'string', value: username },
    },
  });
  return found.totalSize > 0
    ? []
    : [notFound(childNamed(root, 'runningUser'), 'runningUser', 'User', username)];
}

function checkGrid(root: XmlElement): ComponentProblem[] {
  const layout = childNamed(root, 'dashboardGridLayout');
  if (!layout)
    return [
      problemAt(root, 'The local org models dashboards with a grid layout (dashboardGridLayout) only.'),
    ];
  const columns = Number(childText(layout, 'numberOfColumns'));
  const count = cells(root).length;
  if (!GRID_COLUMNS.includes(columns)) {
    return [
      problemAt(childNamed(layout, 'numberOfColumns'), `A dashboard has 9 or 12 columns; found ${columns}`),
    ];
  }
  if (count === 0 || count > MAX_COMPONENTS) {
    return [problemAt(layout, `A dashboard has 1 to ${MAX_COMPONENTS} components; found ${count}`)];
  }
  return [];
}

function checkDashboardFilters(root: XmlElement): ComponentProblem[] {
  const filters = childrenNamed(root, 'dashboardFilters');
  if (filters.length > MAX_FILTERS)
    return [problemAt(filters[MAX_FILTERS], `A dashboard has ${MAX_FILTERS} filters at most`)];
  return filters.flatMap((filter) => {
    const options = childrenNamed(filter, 'dashboardFilterOptions');
    if (options.length === 0 || options.length > MAX_FILTER_OPTIONS) {
      return [
        problemAt(
          filter,
          `A dashboard filter has 1 to ${MAX_FILTER_OPTIONS} options; found ${options.length}`,
        ),
      ];
    }
    return options
      .filter((option) => childText(option, 'operator') === 'between')
      .map((option) => problemAt(option, 'The local org does not model dashboard filters with between.'));
  });
}
