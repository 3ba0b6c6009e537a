import { describe, expect, test } from '@jest/globals';
import { exportPKCS8, exportSPKI, generateKeyPair, importSPKI, jwtVerify } from 'jose';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authenticate } from './authenticate.ts';
import { grantToken, startStubOrg, type StubAnswer } from './testing/stub-org.ts';

const SECRET = { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 'hunter2' };

async function logIn(
  answer: (url: string) => StubAnswer,
  credentials: Parameters<typeof authenticate>[0]['credentials'] = SECRET,
) {
  const org = await startStubOrg((_request, url) => answer(url));
  const outcome = await authenticate({ loginUrl: org.url, apiVersion: '66.0', credentials }).then(
    (session) => ({ session, message: '' }),
    (error: Error) => ({ session: null, message: error.message }),
  );
  await org.close();
  return { ...outcome, url: org.url, form: new URLSearchParams(org.requests[0]?.body) };
}

describe('authenticate', () => {
  test('logs in by client credentials', async () => {
    const { session, form, url } = await logIn((base) => grantToken(base, 'token-1'));
    expect(session).toEqual({
      ...{ accessToken: 'token-1', instanceUrl: url },
      ...{ orgId: '00D000000000001AAA', userId: '005000000000001AAA' },
    });
    expect(form.get('grant_type')).toBe('client_credentials');
  });

  test('logs in by a JWT that names app, user and audience and is signed with the key', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const folder = mkdtempSync(path.join(tmpdir(), 'tenure-key-'));
    const keyFile = path.join(folder, 'key.pem');
    writeFileSync(keyFile, await exportPKCS8(privateKey));
    const audience = 'https://login.salesforce.com';
    const { session, form } = await logIn((base) => grantToken(base, 'token-1'), {
      flow: 'jwt-bearer',
      clientId: 'id',
      username: 'a@b.example',
      key: { file: keyFile },
      audience,
    });
    rmSync(folder, { recursive: true });
    expect(session?.accessToken).toBe('token-1');
    const key = await importSPKI(await exportSPKI(publicKey), 'RS256');
    const { payload } = await jwtVerify(form.get('assertion') ?? '', key, {
      audience,
      issuer: 'id',
      subject: 'a@b.example',
    });
    expect((payload.exp ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(300);
  });

  test.each([
    [
      'a wrong secret',
      { status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } },
      /refused the login by client-credentials: invalid_client \(invalid client credentials\)\. Check SALESFORCE_CLIENT_ID/,
    ],
    ['a server that is no org', { status: 404, body: 'hello' }, /is no Salesforce org: it answered 404/],
    [
      'an answer without a token',
      { body: {} },
      /is no Salesforce org: its answer to the login holds no token/,
    ],
    ['an org that is down', { status: 503, body: {} }, /answered 503 to the login\. Try again later/],
  ])('says in one line what is wrong with %s, without the secret', async (_what, answer, message) => {
    const { message: said } = await logIn(() => answer);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/hunter2|\n/);
  });

  test('names an org that cannot be reached', async () => {
    const login = authenticate({ loginUrl: 'http://127.0.0.1:1', apiVersion: '66.0', credentials: SECRET });
    await expect(login).rejects.toThrow(
      /^No org answers at http:\/\/127\.0\.0\.1:1 \(.+\)\. Check SALESFORCE_LOGIN_URL/,
    );
  });

  test('names a key file that is missing or holds no key', async () => {
    const credentials = { flow: 'jwt-bearer' as const, clientId: 'id', username: 'u', audience: 'a' };
    const logInWith = (keyFile: string) =>
      logIn((base) => grantToken(base, 't'), { ...credentials, key: { file: keyFile } });
    expect((await logInWith('/nowhere/key.pem')).message).toMatch(
      /names \/nowhere\/key\.pem: there is no such file/,
    );
    expect((await logInWith(import.meta.filename)).message).toMatch(/holds no RSA private key/);
  });
});
