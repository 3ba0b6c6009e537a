import { describe, expect, test } from '@jest/globals';
import { createOrg } from '../../../create-org.ts';
import type { Org } from '../../../org.ts';
import { deployFiles, type PackageFiles } from '../../testing/deploy-files.ts';

const USER = 'companion@example.com';
const APP = '<externalClientApplication>Companion</externalClientApplication>';
const GLOBAL = `<callbackUrl>http://localhost/callback</callbackUrl><consumerKey>key-of-the-companion</consumerKey><consumerSecret>not-a-real-secret</consumerSecret>${APP}<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled>`;
const POLICIES = `<clientCredentialsFlowUser>${USER}</clientCredentialsFlowUser>${APP}<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled><permittedUsersPolicyType>AllSelfAuthorized</permittedUsersPolicyType>`;

const WHOLE: PackageFiles = {
  'externalClientApps/Companion.eca':
    '<contactEmail>admin@example.com</contactEmail><distributionState>Local</distributionState><label>Companion</label>',
  'extlClntAppOauthSettings/Companion_o.ecaOauth': `<commaSeparatedOauthScopes>Api,RefreshToken</commaSeparatedOauthScopes>${APP}`,
  'extlClntAppGlobalOauthSets/Companion_g.ecaGlblOauth': GLOBAL,
  'extlClntAppOauthPolicies/Companion_p.ecaOauthPlcy': POLICIES,
};

/** An org with a user who can do nothing but call the API. */
function orgWithIntegrationUser(): Org {
  const org = createOrg();
  const admin = org.userById(org.adminId);
  const profile = org.queries.soql(
    admin,
    "SELECT Id FROM Profile WHERE Name = 'Minimum Access - API Only Integrations'",
  );
  org.records.create(admin, 'User', {
    ...{ Username: USER, LastName: 'Companion', Alias: 'comp', Email: USER },
    ...{
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
    },
    ProfileId: profile.records[0]!['Id'] as string,
  });
  return org;
}

async function problemsOf(files: PackageFiles): Promise<string[]> {
  const { problems } = await deployFiles({ ...WHOLE, ...files }, {}, orgWithIntegrationUser());
  return problems.map((problem) => problem.replace(/^\S+ /, ''));
}

describe('external client apps', () => {
  test('takes the four parts of one app', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  test.each<[string, PackageFiles, string]>([
    [
      'an app without a contact',
      { 'externalClientApps/Companion.eca': '<label>Companion</label>' },
      'contactEmail must be an email address; found none',
    ],
    [
      'scopes that are unknown',
      {
        'extlClntAppOauthSettings/Companion_o.ecaOauth': `<commaSeparatedOauthScopes>Everything</commaSeparatedOauthScopes>${APP}`,
      },
      'Unknown OAuth scope Everything',
    ],
    [
      'a certificate that is none',
      {
        'extlClntAppGlobalOauthSets/Companion_g.ecaGlblOauth': GLOBAL.replace(
          '<consumerKey>',
          '<certificate>abc</certificate><consumerKey>',
        ),
      },
      'certificate is no X.509 certificate in PEM form',
    ],
    [
      'a secret that is too short, without telling it',
      { 'extlClntAppGlobalOauthSets/Companion_g.ecaGlblOauth': GLOBAL.replace('not-a-real-secret', 'abc') },
      'consumerSecret must have 8 to 256 characters; found 3',
    ],
    [
      'a callback over plain http to another host',
      {
        'extlClntAppGlobalOauthSets/Companion_g.ecaGlblOauth': GLOBAL.replace(
          'http://localhost/callback',
          'http://example.com/callback',
        ),
      },
      'callbackUrl must be https or localhost; found http://example.com/callback',
    ],
    [
      'a flow that runs as nobody',
      { 'extlClntAppOauthPolicies/Companion_p.ecaOauthPlcy': POLICIES.replace(USER, 'nobody@example.com') },
      'In field: clientCredentialsFlowUser - no User named nobody@example.com found',
    ],
    [
      'a flow that runs as someone who may do more than call the API',
      {
        'extlClntAppOauthPolicies/Companion_p.ecaOauthPlcy': POLICIES.replace(
          USER,
          'admin@local.tenure.example',
        ),
      },
      'clientCredentialsFlowUser: the user admin@local.tenure.example must have the API Only permission',
    ],
    [
      'permission sets by name rather than Id',
      {
        'extlClntAppOauthPolicies/Companion_p.ecaOauthPlcy': POLICIES.replace(
          '<externalClient',
          '<commaSeparatedPermissionSet>CS_Companion</commaSeparatedPermissionSet><externalClient',
        ),
      },
      'commaSeparatedPermissionSet: CS_Companion is the Id of no permission set',
    ],
    [
      'a flow without a user',
      {
        'extlClntAppOauthPolicies/Companion_p.ecaOauthPlcy': `${APP}<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled>`,
      },
      'The client credentials flow needs clientCredentialsFlowUser',
    ],
    [
      'a second part of a type',
      { 'extlClntAppOauthPolicies/Other_p.ecaOauthPlcy': POLICIES },
      'Companion already has the ExtlClntAppOauthConfigurablePolicies Companion_p; an app has one',
    ],
    [
      'a part of an app that is nowhere',
      {
        'extlClntAppOauthSettings/Companion_o.ecaOauth':
          '<commaSeparatedOauthScopes>Api</commaSeparatedOauthScopes><externalClientApplication>Gone</externalClientApplication>',
      },
      'In field: externalClientApplication - no ExternalClientApplication named Gone found',
    ],
  ])('refuses %s', async (_what, files, problem) => {
    const problems = await problemsOf(files);
    expect(problems[0]).toContain(problem);
  });
});
