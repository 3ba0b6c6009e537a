import { normalizeId } from '../../../ids.ts';
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
  if (username === undefined) return [];
  const id = findId(context, 'User', 'Username', username);
  if (id === undefined) {
    return [problemAt(at, `In field: clientCredentialsFlowUser - no User named ${username} found`)];
  }
  // https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm
  if (context.org.userById(id).hasSystemPermission('ApiUserOnly')) return [];
  return [problemAt(at, `clientCredentialsFlowUser: the user ${username} must have the API Only permission`)];
}

/** Permission sets are named by Id, which differs from org to org. */
function checkApprovedUsers(policies: XmlElement, context: DeployContext): ComponentProblem[] {
  const at = childNamed(policies, 'commaSeparatedPermissionSet');
  const ids = (childText(policies, 'commaSeparatedPermissionSet') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const approved = childText(policies, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized';
  const problems = ids
    .filter((id) => normalizeId(id) === undefined || !findId(context, 'PermissionSet', 'Id', id))
    .map((id) => problemAt(at, `commaSeparatedPermissionSet: ${id} is the Id of no permission set`));
  if (ids.length > 0 && !approved) {
    const message = 'commaSeparatedPermissionSet needs permittedUsersPolicyType AdminApprovedPreAuthorized';
    problems.push(problemAt(at, message));
  }
  return problems;
}

function findId(
  { org, user }: DeployContext,
  object: string,
  field: string,
  value: string,
): string | undefined {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const { records } = org.queries.soql(user, `SELECT Id FROM ${object} WHERE ${field} = '${escaped}'`);
  return records[0]?.['Id'] as string | undefined;
}
