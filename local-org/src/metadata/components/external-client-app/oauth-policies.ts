import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childFlag, childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { problemAt } from '../problem.ts';
import { checkApplication } from './check-application.ts';

/** Who may use an external client app, and on whose behalf its client-credentials flow runs. */
export const oauthPolicies: ComponentHandler = {
  type: 'ExtlClntAppOauthConfigurablePolicies',
  deploy(component, context) {
    const policies = definitionOf(component);
    return [
      ...checkApplication(component, policies, context),
      ...checkFlowUser(policies, context),
      ...checkApprovedUsers(policies, context),
    ];
  },
};

function checkFlowUser(policies: XmlElement, context: DeployContext): ComponentProblem[] {
  const at = childNamed(policies, 'clientCredentialsFlowUser');
  const username = childText(policies, 'clientCredentialsFlowUser');
  if (childFlag(policies, 'isClientCredentialsFlowEnabled') && username === undefined) {
    return [problemAt(policies, 'The client credentials flow needs clientCredentialsFlowUser')];
  }
  if (username === undefined || exists(context, 'User', 'Username', username)) return [];
  return [problemAt(at, `In field: clientCredentialsFlowUser - no User named ${username} found`)];
}

/** Permission sets are named by Id or by API name. */
function checkApprovedUsers(policies: XmlElement, context: DeployContext): ComponentProblem[] {
  const at = childNamed(policies, 'commaSeparatedPermissionSet');
  const names = (childText(policies, 'commaSeparatedPermissionSet') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const approved = childText(policies, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized';
  const problems = names
    .filter((name) => !exists(context, 'PermissionSet', /^0PS\w{12,15}$/.test(name) ? 'Id' : 'Name', name))
    .map((name) =>
      problemAt(at, `In field: commaSeparatedPermissionSet - no PermissionSet named ${name} found`),
    );
  if (names.length > 0 && !approved) {
    const message = 'commaSeparatedPermissionSet needs permittedUsersPolicyType AdminApprovedPreAuthorized';
    problems.push(problemAt(at, message));
  }
  return problems;
}

function exists({ org, user }: DeployContext, object: string, field: string, value: string): boolean {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return org.queries.soql(user, `SELECT Id FROM ${object} WHERE ${field} = '${escaped}'`).totalSize > 0;
}
