import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { pagesRouter } from './router.ts';
import { grantApp } from './testing/grant-app.ts';

const ADMIN = 'admin@local.tenure.example';
const SCRIPT =
  "import { LightningElement } from 'lwc';\nexport default class CsX extends LightningElement {}\n";
const META =
  '<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></LightningComponentBundle>';
const APP =
  '<CustomApplication><label>My App</label><tabs>standard-home</tabs><tabs>standard-Account</tabs><tabs>standard-Nothing__c</tabs></CustomApplication>';

let org: Org;
let folder: string;
let request: ReturnType<typeof supertest>;
let cookie: string;

beforeAll(async () => {
  org = createOrg();
  org.listensAt('http://localhost:1');
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-pages-'));
  writeFileSync(path.join(folder, 'lwc.js'), 'export const version = 1;');
  org.metadata.put({
    type: 'LightningComponentBundle',
    fullName: 'csX',
    files: { 'csX.js': SCRIPT, 'csX.js-meta.xml': META },
  });
  org.metadata.put({
    type: 'LightningComponentBundle',
    fullName: 'csBroken',
    files: { 'csBroken.js': 'export default class {', 'csBroken.js-meta.xml': META },
  });
  org.metadata.put({ type: 'CustomApplication', fullName: 'My_App', files: { 'My_App.app': APP } });
  const build = async () => ({ folder, key: 'k1', entries: ['lwc'], preload: ['lwc.js'] });
  request = supertest(express().use(pagesRouter(org, { build })));
  const login = await request.get(`/login?as=${ADMIN}`);
  cookie = String(login.headers['set-cookie']?.[0]).split(';')[0]!;
});

afterAll(() => {
  org.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string) => request.get(url).set('cookie', cookie);

/** Where the pages find a deployed component, by their import map. */
async function addressOf(bundle: string): Promise<string> {
  const { text } = await get('/lightning');
  return new RegExp(`"c/${bundle}":"([^"]+)"`).exec(text)?.[1] ?? '';
}

describe('logging in', () => {
  test('a page sends a stranger to the login page, which brings her back', async () => {
    const response = await request.get('/lightning/o/Account/list?a=1');
    expect(response.status).toBe(302);
    expect(response.headers.location).toBe('/login?retURL=%2Flightning%2Fo%2FAccount%2Flist%3Fa%3D1');
  });

  test('the login page lists the active users', async () => {
    const { text } = await request.get('/login');
    expect(text).toContain(ADMIN);
  });

  test('a link logs in as a user, with a cookie that scripts cannot read, and stays on this org', async () => {
    const response = await request.get(`/login?as=${ADMIN}&retURL=//evil.example`);
    expect(response.headers.location).toBe('/lightning/page/home');
    expect(response.headers['set-cookie']?.[0]).toMatch(/^sid=.+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('an unknown user is told so, escaped', async () => {
    const response = await request.get('/login?as=%3Cb%3E');
    expect(response.status).toBe(401);
    expect(response.text).toContain('&lt;b&gt;');
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  test('the form logs in, but not when another site sends it', async () => {
    const send = (origin: string) =>
      request
        .post('/login')
        .set('origin', origin)
        .set('host', 'localhost')
        .type('form')
        .send({ username: ADMIN });
    expect((await send('http://localhost')).status).toBe(302);
    expect((await send('http://evil.example')).status).toBe(403);
    expect((await send('null')).status).toBe(403);
  });

  test('a session of the CLI opens a page; a spent one opens the login page', async () => {
    const token = org.sessions.open(org.adminId);
    const url = `/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&retURL=/lightning/n/X`;
    expect((await request.get(url)).headers.location).toBe('/lightning/n/X');
    org.sessions.revoke(token);
    expect((await request.get(url)).status).toBe(401);
  });

  test('logging out ends the session', async () => {
    const token = org.sessions.open(org.adminId);
    await request.get('/secur/logout.jsp').set('cookie', `sid=${token}`);
    expect(org.sessions.userId(token)).toBeUndefined();
  });

  test('a foreign host name is refused, so that no site can pass for this machine', async () => {
    expect((await request.get('/login').set('host', 'evil.example')).status).toBe(421);
  });
});

describe('the document', () => {
  test('runs only files of the org, the import map by a nonce of its own', async () => {
    const { text, headers } = await get('/lightning/page/home');
    const policy = String(headers['content-security-policy']);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(text).toMatch(/<script[^>]* type="importmap"[^>]*>/);
    expect(text.replaceAll('&#x3D;', '=')).toContain(`nonce="${nonce}"`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(text).toMatch(/"c\/csX":"\/lightning\/modules\/c\/csX\/[\w-]+\/csX.js"/);
  });

  test('another request has another nonce', async () => {
    const nonces = await Promise.all([get('/lightning'), get('/lightning')]);
    expect(new Set(nonces.map(({ headers }) => headers['content-security-policy'])).size).toBe(2);
  });
});

describe('modules', () => {
  test('a built module may be kept for good; one of another build is gone', async () => {
    const { headers, text } = await request.get('/lightning/static/k1/lwc.js');
    expect(text).toContain('version');
    expect(headers['cache-control']).toContain('immutable');
    expect((await request.get('/lightning/static/k0/lwc.js')).status).toBe(404);
  });

  test('a deployed component is served compiled, and may be kept until it changes', async () => {
    const before = await addressOf('csX');
    const first = await get(before);
    expect(first.headers['content-type']).toContain('javascript');
    expect(first.headers['cache-control']).toContain('immutable');
    expect(first.text).toContain('registerComponent');

    const changed = { 'csX.js': SCRIPT.replace('{}', '{ one = 1 }'), 'csX.js-meta.xml': META };
    org.metadata.put({ type: 'LightningComponentBundle', fullName: 'csX', files: changed });
    expect(await addressOf('csX')).not.toBe(before);
    expect((await get(await addressOf('csX'))).text).toContain('one');
  });

  test('a page from before a deploy gets what is deployed now, and does not keep it', async () => {
    const { text, headers } = await get('/lightning/modules/c/csX/before/csX.js');
    expect(text).toContain('registerComponent');
    expect(headers['cache-control']).toContain('no-store');
  });

  test('needs a login', async () => {
    expect((await request.get('/lightning/modules/c/csX/v1/csX.js')).status).toBe(401);
    expect((await request.get('/lightning/modules/salesforce/user/Id')).status).toBe(401);
  });

  test.each([
    ['schema/Account.Owner.Name', '{"objectApiName":"Account","fieldApiName":"Owner.Name"}', 'immutable'],
    ['schema/Account', '{"objectApiName":"Account"}', 'immutable'],
    ['userPermission/ModifyAllData', 'true', 'no-store'],
  ])('@salesforce/%s exports its value', async (name, value, keeping) => {
    const { text, headers } = await get(`/lightning/modules/salesforce/${name}`);
    expect(text).toBe(`export default ${value};\n`);
    expect(headers['cache-control']).toContain(keeping);
  });

  test('the Id of the user is hers', async () => {
    expect((await get('/lightning/modules/salesforce/user/Id')).text).toContain(org.adminId);
  });

  test.each([
    ['salesforce/apex/Controller.run', 'does not model Apex'],
    ['salesforce/label/c.Gone', 'has no module @salesforce/label/c.Gone'],
    ['missing/lightning/flow', 'does not model lightning/flow'],
    ['missing/c/csGone', 'has no component c/csGone'],
    ['c/csX/v1/gone.js', 'has no module c/csX/gone.js'],
    ['c/csBroken/v1/csBroken.js', 'csBroken does not compile'],
  ])('%s fails with its reason when imported', async (name, reason) => {
    const { text, status } = await get(`/lightning/modules/${name}`);
    expect(status).toBe(200);
    expect(text).toMatch(/^throw new \w*Error\(/);
    expect(text).toContain(reason);
  });
});

describe('what the shell asks for', () => {
  test('needs a login', async () => {
    expect((await request.get('/lightning/shell/context')).status).toBe(401);
  });

  test('an app is hidden, from its deployer too, until a permission set shows it', async () => {
    const names = async () => {
      const { body } = await get('/lightning/shell/context?app=My_App');
      return (body as { apps: { name: string }[] }).apps.map(({ name }) => name);
    };
    expect(await names()).toEqual(['standard__LightningSales']);
    grantApp(org, 'My_App');
    expect(await names()).toEqual(['My_App', 'standard__LightningSales']);
    const { body } = await get('/lightning/shell/context?app=My_App');
    expect((body as { app: unknown }).app).toMatchObject({
      label: 'My App',
      items: [{ label: 'Home' }, { label: 'Accounts', objectApiName: 'Account' }, { kind: 'unknown' }],
    });
  });

  test('a custom tab is in the bar of those to whom a permission set shows it, and of nobody else', async () => {
    const tab = (fullName: string) =>
      org.metadata.put({
        type: 'CustomTab',
        fullName,
        files: { [`${fullName}.tab`]: `<CustomTab><label>${fullName}</label></CustomTab>` },
      });
    ['Shown', 'Offered', 'Hidden'].forEach(tab);
    const tabs = ['standard-home', 'Shown', 'Offered', 'Hidden']
      .map((name) => `<tabs>${name}</tabs>`)
      .join('');
    const app = `<CustomApplication><label>Tabs</label>${tabs}</CustomApplication>`;
    org.metadata.put({ type: 'CustomApplication', fullName: 'Tabs', files: { 'Tabs.app': app } });
    const labels = async () => {
      const { body } = await get('/lightning/shell/context?app=Tabs');
      return (body as { app: { items: { label: string }[] } }).app.items.map(({ label }) => label);
    };
    grantApp(org, 'Tabs');
    expect(await labels()).toEqual(['Home']);
    grantApp(org, 'Tabs', [
      { tab: 'Shown', visibility: 'Visible' },
      { tab: 'Offered', visibility: 'Available' },
    ]);
    expect(await labels()).toEqual(['Home', 'Shown']);
  });

  test('an object without a page of its own has the default one', async () => {
    const { body } = await get('/lightning/shell/page?type=record&object=Contact');
    expect(body).toMatchObject({
      objectApiName: 'Contact',
      rows: [[{ name: 'header' }], [{ name: 'main' }]],
    });
    expect((await get('/lightning/shell/page?type=record&object=Nothing__c')).status).toBe(404);
    expect((await get('/lightning/shell/page?type=tab&tab=Nothing')).status).toBe(404);
  });

  test('a layout names the columns and related lists that the user may read', async () => {
    const { body } = await get('/lightning/shell/layout/Account');
    const layout = body as { nameField: string; list: string[]; related: { relationship: string }[] };
    expect(layout.nameField).toBe('Name');
    expect(layout.list).toContain('Industry');
    expect(layout.related.map(({ relationship }) => relationship)).toContain('Contacts');
    expect((await get('/lightning/shell/layout/Nothing__c')).status).toBe(404);
  });

  test('an Id leads to its object', async () => {
    expect((await get(`/lightning/shell/object-of/${org.adminId}`)).body).toEqual({ objectApiName: 'User' });
    expect((await get('/lightning/shell/object-of/zzz')).status).toBe(404);
  });
});
