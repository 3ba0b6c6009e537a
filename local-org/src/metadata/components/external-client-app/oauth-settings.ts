import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childText } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { problemAt } from '../problem.ts';
import { checkApplication } from './check-application.ts';

/** OAuth scopes by their metadata names. https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm */
const SCOPES = [
  ...[
    'Address',
    'Api',
    'Basic',
    'CDPIngestAPI',
    'CDPProfileAPI',
    'CDPQuery',
    'Chatter',
    'Chatbot',
    'Content',
  ],
  ...[
    'CustomApplications',
    'CustomPermissions',
    'Einstein',
    'Email',
    'ForgotPassword',
    'Full',
    'Interaction',
  ],
  ...['Lightning', 'OfflineAccess', 'OpenID', 'Phone', 'Profile', 'Pardot', 'RefreshToken', 'SFAPPlatform'],
  ...['UserRegistration', 'Visualforce', 'Wave', 'Web'],
];

/** The scopes that an external client app may ask for. */
export const oauthSettings: ComponentHandler = {
  type: 'ExtlClntAppOauthSettings',
  deploy(component, context) {
    const settings = definitionOf(component);
    const at = childNamed(settings, 'commaSeparatedOauthScopes');
    const scopes = (childText(settings, 'commaSeparatedOauthScopes') ?? '')
      .split(',')
      .map((scope) => scope.trim());
    const unknown = scopes.filter((scope) => scope !== '' && !SCOPES.includes(scope));
    const problems = checkApplication(component, settings, context);
    if (scopes.every((scope) => scope === '')) {
      problems.push(problemAt(at ?? settings, 'commaSeparatedOauthScopes must name at least one scope'));
    }
    for (const scope of unknown)
      problems.push(problemAt(at, `Unknown OAuth scope ${scope}; expected one of ${SCOPES.join(', ')}`));
    return problems;
  },
};
