import { afterEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import request from 'supertest';
import { createServer } from '../server.ts';
import { CALLBACK_URL, CONSUMER_KEY, CONSUMER_SECRET, oauthOrg, type OAuthOrg } from './oauth-org.ts';

const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const CLIENT = { client_id: CONSUMER_KEY, client_secret: CONSUMER_SECRET };
const ASK = {
  ...{ response_type: 'code', client_id: CONSUMER_KEY, redirect_uri: CALLBACK_URL, state: 's1' },
  ...{ code_challenge: CHALLENGE, code_challenge_method: 'S256' },
};

let kit: OAuthOrg;
afterEach(() => kit.org.close());

/** A user whom the app's policies let in, logged in with a browser. */
const session = () => kit.org.sessions.open(kit.integration().userId);

function setup() {
  const server = createServer(kit.org);
  const authorize = (query: object, sid?: string) => {
    const asked = request(server)
      .get('/services/oauth2/authorize')
      .query({ ...ASK, ...query });
    return sid === undefined ? asked : asked.set('cookie', `sid=${encodeURIComponent(sid)}`);
  };
  const token = (form: object) =>
    request(server)
      .post('/services/oauth2/token')
      .type('form')
      .send({ ...CLIENT, ...form });
  const codeOf = async (sid: string) => {
    const { headers } = await authorize({}, sid).expect(302);
    return new URL(String(headers.location)).searchParams.get('code') ?? '';
  };
  const redeem = (code: string, form: object = {}) =>
    token({
      ...{ grant_type: 'authorization_code', code, redirect_uri: CALLBACK_URL, code_verifier: VERIFIER },
      ...form,
    });
  const refresh = (refresh_token: string, form: object = {}) =>
    token({ grant_type: 'refresh_token', refresh_token, ...form });
  return { authorize, codeOf, redeem, refresh };
}

describe('the web-server flow', () => {
  test('sends whoever is not logged in to the login, and back to where she was', async () => {
    kit = await oauthOrg();
    const { headers } = await setup().authorize({}).expect(302);
    expect(headers.location).toMatch(/^\/login\?retURL=%2Fservices%2Foauth2%2Fauthorize%3F/);
  });

  test('gives a code with the state, and for the code and its verifier a session and a refresh token, once', async () => {
    kit = await oauthOrg();
    const { authorize, redeem, refresh } = setup();
    const { headers } = await authorize({}, session()).expect(302);
    const back = new URL(String(headers.location));
    expect(back.origin + back.pathname).toBe(CALLBACK_URL);
    expect(back.searchParams.get('state')).toBe('s1');
    const code = back.searchParams.get('code') ?? '';

    const { body } = await redeem(code).expect(200);
    expect(body).toMatchObject({ scope: 'api refresh_token', refresh_token: expect.any(String) });
    expect(kit.org.sessions.userId(body.access_token)).toBe(kit.integration().userId);
    expect((await redeem(code)).body).toMatchObject({ error: 'invalid_grant' });

    const { body: again } = await refresh(body.refresh_token).expect(200);
    expect(again.access_token).not.toBe(body.access_token);
    expect(again).not.toHaveProperty('refresh_token');
  });

  test.each([
    [{ client_id: 'other' }, 'error=invalid_client_id'],
    [{ redirect_uri: 'https://evil.example/' }, 'error=redirect_uri_mismatch'],
  ])('sends the browser nowhere on %j', async (query, error) => {
    kit = await oauthOrg();
    const { text, headers } = await setup().authorize(query, session()).expect(400);
    expect(text).toContain(error);
    expect(headers.location).toBeUndefined();
  });

  test.each([
    [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
  ])('tells the app what is wrong with %j', async (query, error) => {
    kit = await oauthOrg();
    const { headers } = await setup().authorize(query, session()).expect(302);
    const { searchParams } = new URL(String(headers.location));
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 's1']);
  });

  test('lets in nobody whom the policies of the app do not name', async () => {
    kit = await oauthOrg();
    const stranger = kit.org.sessions.open(kit.addUser('stranger', { editor: false })().userId);
    const { headers } = await setup().authorize({}, stranger).expect(302);
    expect(headers.location).toContain('error=invalid_app_access');
  });

  test.each([
    [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    [{ code_verifier: undefined }, 'invalid_grant'],
    [{ redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch'],
    [{ client_secret: 'wrong' }, 'invalid_client'],
  ])('gives nothing for a code with %j', async (form, error) => {
    kit = await oauthOrg();
    const { codeOf, redeem } = setup();
    const { body } = await redeem(await codeOf(session()), form).expect(400);
    expect(body).toMatchObject({ error });
  });
});

describe('refresh tokens', () => {
  test('are replaced by each use where the app says so, and all end when an old one is used again', async () => {
    kit = await oauthOrg({ rotation: true });
    const { codeOf, redeem, refresh } = setup();
    const { body: first } = await redeem(await codeOf(session()));
    const { body: second } = await refresh(first.refresh_token).expect(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);

    await refresh(first.refresh_token).expect(400);
    const { body } = await refresh(second.refresh_token).expect(400);
    expect(body).toEqual({ error: 'invalid_grant', error_description: 'expired access/refresh token' });
  });

  test('need the secret, and end with their user and when they are revoked', async () => {
    kit = await oauthOrg();
    const { codeOf, redeem, refresh } = setup();
    const sid = session();
    const [{ body: one }, { body: two }] = [await redeem(await codeOf(sid)), await redeem(await codeOf(sid))];
    await refresh(one.refresh_token, { client_secret: 'wrong' }).expect(400);

    const server = createServer(kit.org);
    await request(server)
      .post('/services/oauth2/revoke')
      .type('form')
      .send({ token: one.refresh_token })
      .expect(200);
    await refresh(one.refresh_token).expect(400);
    await refresh(two.refresh_token).expect(200);

    kit.org.records.update(kit.admin(), 'User', kit.integration().userId, { IsActive: false });
    const { body } = await refresh(two.refresh_token).expect(400);
    expect(body).toMatchObject({ error: 'inactive_user' });
  });
});
