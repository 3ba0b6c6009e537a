import { afterEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import request from 'supertest';
import { createServer } from '../server.ts';
import { CONSUMER_KEY, CONSUMER_SECRET, oauthOrg, type OAuthOrg } from './oauth-org.ts';

let kit: OAuthOrg;

afterEach(() => kit.org.close());

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const credentials = {
  grant_type: 'client_credentials',
  client_id: CONSUMER_KEY,
  client_secret: CONSUMER_SECRET,
};

function post(form: Record<string, string>) {
  return request(createServer(kit.org)).post('/services/oauth2/token').type('form').send(form);
}

interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  exp?: number;
}

async function assertion(claims: Claims, privateKey = kit.privateKey): Promise<string> {
  const {
    sub = kit.integration().username,
    iss = CONSUMER_KEY,
    aud = 'https://login.salesforce.com',
  } = claims;
  const exp = claims.exp ?? Math.floor(Date.now() / 1000) + 120;
  return new SignJWT({ iss, sub, aud, exp })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importPKCS8(privateKey, 'RS256'));
}

describe('client credentials', () => {
  test('log in as the user that the policy names', async () => {
    kit = await oauthOrg();
    const { status, body } = await post(credentials);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'api' });
    expect(body.id).toContain(`/id/${kit.org.id}/${kit.integration().userId}`);
    expect(kit.org.sessions.userId(body.access_token)).toBe(kit.integration().userId);
  });

  test.each([
    [{ ...credentials, client_id: 'other' }, 'invalid_client_id', 'client identifier invalid'],
    [{ ...credentials, client_secret: 'wrong' }, 'invalid_client', 'invalid client credentials'],
    [{ grant_type: 'password' }, 'unsupported_grant_type', 'grant type not supported'],
    [
      { ...credentials, grant_type: 'refresh_token', refresh_token: 'x' },
      'invalid_grant',
      'expired access/refresh token',
    ],
  ])('are refused as %j with %s', async (form, error, description) => {
    kit = await oauthOrg();
    const { status, body } = await post(form);
    expect([status, body]).toEqual([400, { error, error_description: description }]);
  });

  test('are refused where the policy does not enable them, and for a user who may do more than call the API', async () => {
    kit = await oauthOrg({ clientCredentials: false });
    expect((await post(credentials)).body.error_description).toBe('no client credentials user enabled');
    kit.org.close();
    kit = await oauthOrg({ runAs: 'admin@local.tenure.example' });
    expect((await post(credentials)).body.error_description).toContain('needs the API Only User permission');
  });
});

describe('a JWT bearer assertion', () => {
  const bearer = async (claims: Claims = {}, key?: string) =>
    post({ grant_type: JWT_BEARER, assertion: await assertion(claims, key) });

  test('logs in the user it names, with an expiry in seconds or in milliseconds', async () => {
    kit = await oauthOrg();
    const { body } = await bearer();
    expect(kit.org.sessions.userId(body.access_token)).toBe(kit.integration().userId);
    expect((await bearer({ exp: Date.now() + 60_000 })).status).toBe(200);
  });

  test('is refused with another key, issuer, audience, user, or after its time', async () => {
    kit = await oauthOrg();
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const stranger = kit.addUser('stranger', { editor: false });
    const said = async (claims: Claims, key?: string) => {
      const { body } = await bearer(claims, key);
      return [body.error, body.error_description];
    };
    expect(await said({}, privateKey)).toEqual(['invalid_grant', 'invalid assertion']);
    expect(await said({ iss: 'other' })).toEqual(['invalid_client_id', 'client identifier invalid']);
    expect(await said({ aud: 'https://evil.example' })).toEqual(['invalid_grant', 'audience is invalid']);
    expect(await said({ sub: 'nobody@org.example' })).toEqual([
      'invalid_grant',
      "user hasn't approved this consumer",
    ]);
    expect(await said({ sub: stranger().username })).toEqual([
      'invalid_app_access',
      'user is not admin approved to access this app',
    ]);
    expect(await said({ exp: Math.floor(Date.now() / 1000) - 600 })).toEqual([
      'invalid_grant',
      'expired authorization code',
    ]);
  });

  test('is refused where users approve the app themselves, since nobody has', async () => {
    kit = await oauthOrg({ permittedUsers: 'AllSelfAuthorized' });
    expect((await bearer()).body.error_description).toBe("user hasn't approved this consumer");
  });
});

describe('a token', () => {
  test('tells who is behind it, until it is revoked', async () => {
    kit = await oauthOrg();
    const server = createServer(kit.org);
    const token = kit.org.sessions.open(kit.org.adminId);
    const info = () => request(server).get('/services/oauth2/userinfo').auth(token, { type: 'bearer' });
    expect((await info()).body).toMatchObject({ user_id: kit.org.adminId, organization_id: kit.org.id });
    await request(server).post('/services/oauth2/revoke').type('form').send({ token }).expect(200);
    const { status, body } = await info();
    expect([status, body]).toEqual([
      401,
      [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
    ]);
  });

  test('ends with its user', async () => {
    kit = await oauthOrg();
    const user = kit.addUser('leaver')();
    const token = kit.org.sessions.open(user.userId);
    kit.org.records.update(kit.admin(), 'User', user.userId, { IsActive: false });
    await request(createServer(kit.org))
      .get('/services/oauth2/userinfo')
      .auth(token, { type: 'bearer' })
      .expect(401);
  });

  test('opens a browser by a link that works once and leads nowhere else', async () => {
    kit = await oauthOrg();
    const server = createServer(kit.org);
    const token = kit.org.sessions.open(kit.org.adminId);
    const link = async (target: string) => {
      const { body } = await request(server)
        .get('/services/oauth2/singleaccess')
        .query({ redirect_uri: target })
        .auth(token, { type: 'bearer' });
      return new URL(body.frontdoor_uri);
    };
    const { pathname, search } = await link('lightning/app/CS_Customer_Success');
    expect(search).not.toContain(token.slice(-20));
    const first = await request(server).get(pathname + search);
    expect([first.status, first.headers.location]).toEqual([302, '/lightning/app/CS_Customer_Success']);
    const cookie = String(first.headers['set-cookie']);
    expect(cookie).toMatch(/sid=.*HttpOnly/i);
    expect((await request(server).get(pathname + search)).status).toBe(401);
    expect((await link('//evil.example/')).searchParams.get('retURL')).toBe('/lightning/page/home');
  });
});
