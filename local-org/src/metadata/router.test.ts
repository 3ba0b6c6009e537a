import { afterEach, describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import express from 'express';
import supertest from 'supertest';
import { createOrg } from '../create-org.ts';
import { errorHandler } from '../http/error-handler.ts';
import type { Org } from '../org.ts';
import { metadataRouter } from './router.ts';
import { zipOf, type PackageFiles } from './testing/deploy-files.ts';
import { parseXml } from './xml/parse-xml.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from './xml/xml-element.ts';

const SOAP = '/services/Soap/m/66.0';
const REST = '/services/data/v66.0/metadata/deployRequest';
const FIELD = '<fields><fullName>CS_A__c</fullName><label>A</label><type>Date</type></fields>';

let org: Org | undefined;
afterEach(() => {
  org?.close();
  org = undefined;
});

function start() {
  org = createOrg();
  const app = express().use(express.json()).use(metadataRouter(org)).use(errorHandler);
  return { org, token: org.sessions.open(org.adminId), request: supertest(app) };
}

type Started = ReturnType<typeof start>;

function envelope(token: string, body: string): string {
  return `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><SessionHeader xmlns="http://soap.sforce.com/2006/04/metadata"><sessionId>${token}</sessionId></SessionHeader></env:Header><env:Body>${body}</env:Body></env:Envelope>`;
}

async function call(
  { request, token }: Started,
  operation: string,
  body = '',
  session = token,
): Promise<XmlElement> {
  const response = await request
    .post(SOAP)
    .type('text/xml')
    .send(envelope(session, `<${operation}>${body}</${operation}>`));
  return childNamed(parseXml(response.text), 'Body')!.children[0]!;
}

async function deploy(started: Started, files: PackageFiles, options = ''): Promise<XmlElement> {
  const zip = Buffer.from(zipOf(files)).toString('base64');
  const flags = `<rollbackOnError>true</rollbackOnError><singlePackage>true</singlePackage>${options}`;
  const answer = await call(
    started,
    'deploy',
    `<ZipFile>${zip}</ZipFile><DeployOptions>${flags}</DeployOptions>`,
  );
  const id = childText(childNamed(answer, 'result'), 'id');
  const check = `<asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails>`;
  for (;;) {
    const result = childNamed(await call(started, 'checkDeployStatus', check), 'result')!;
    if (childText(result, 'done') === 'true') return result;
  }
}

describe('the Metadata API over SOAP', () => {
  test('deploys and tells how each component went', async () => {
    const started = start();
    const result = await deploy(started, { 'objects/Account.object': FIELD });
    expect(childText(result, 'status')).toBe('Succeeded');
    expect(childText(result, 'numberComponentsDeployed')).toBe('2');
    const details = childNamed(result, 'details')!;
    const successes = childrenNamed(details, 'componentSuccesses').map((one) => childText(one, 'fullName'));
    expect(successes).toEqual(['Account', 'Account.CS_A__c', 'package.xml']);
    expect(started.org.schema.field('Account', 'CS_A__c')).toBeDefined();
  });

  test('fails with file, line and problem', async () => {
    const result = await deploy(start(), { 'objects/Account.object': FIELD.replace('Date', 'Dat') });
    expect(childText(result, 'status')).toBe('Failed');
    expect(childText(result, 'success')).toBe('false');
    const failure = childNamed(childNamed(result, 'details'), 'componentFailures');
    expect(childText(failure, 'fileName')).toBe('objects/Account.object');
    expect(childText(failure, 'lineNumber')).toBe('3');
    expect(childText(failure, 'problem')).toContain("'Dat' is not a valid value for the enum 'FieldType'");
  });

  test('answers an unknown session with a fault', async () => {
    const fault = await call(start(), 'describeMetadata', '', 'nobody');
    expect(fault.name).toBe('Fault');
    expect(childText(fault, 'faultcode')).toBe('sf:INVALID_SESSION_ID');
  });

  test('refuses who may not change metadata', async () => {
    const started = start();
    const admin = started.org.userById(started.org.adminId);
    const profile = started.org.queries.soql(admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const { id } = started.org.records.create(admin, 'User', {
      ...{ Username: 'csm@example.com', LastName: 'Csm', Alias: 'csm', Email: 'csm@example.com' },
      ...{
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US',
      },
      ProfileId: profile.records[0]!['Id'] as string,
    });
    const fault = await call(started, 'describeMetadata', '', started.org.sessions.open(id));
    expect(childText(fault, 'faultcode')).toBe('sf:INSUFFICIENT_ACCESS');
  });

  test('says which call it does not model', async () => {
    const fault = await call(start(), 'renameMetadata');
    expect(childText(fault, 'faultcode')).toBe('sf:NOT_IMPLEMENTED');
  });

  test('answers a deploy it does not know with a fault', async () => {
    const fault = await call(
      start(),
      'checkDeployStatus',
      '<asyncProcessId>0Af000000000001AAA</asyncProcessId>',
    );
    expect(childText(fault, 'faultcode')).toBe('sf:INVALID_CROSS_REFERENCE_KEY');
  });

  test('retrieves what was deployed, in the form in which it can be deployed again', async () => {
    const started = start();
    await deploy(started, { 'objects/Account.object': FIELD, 'roles/CSM.role': '<name>CSM</name>' });
    const types =
      '<types><members>Account</members><name>CustomObject</name></types><types><members>*</members><name>Role</name></types>';
    const unpackaged = `<unpackaged>${types}<version>66.0</version></unpackaged>`;
    const asked = await call(
      started,
      'retrieve',
      `<retrieveRequest><singlePackage>true</singlePackage>${unpackaged}</retrieveRequest>`,
    );
    const id = childText(childNamed(asked, 'result'), 'id');
    const answer = await call(
      started,
      'checkRetrieveStatus',
      `<asyncProcessId>${id}</asyncProcessId><includeZip>true</includeZip>`,
    );
    const zip = unzipSync(Buffer.from(childText(childNamed(answer, 'result'), 'zipFile') ?? '', 'base64'));
    expect(Object.keys(zip).sort()).toEqual(['objects/Account.object', 'package.xml', 'roles/CSM.role']);
    const files = Object.fromEntries(
      Object.entries(zip).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
    );
    const again = await deploy(started, files);
    expect(childText(again, 'status')).toBe('Succeeded');
    const changed = childrenNamed(childNamed(again, 'details')!, 'componentSuccesses')
      .filter((one) => childText(one, 'changed') === 'true')
      .map((one) => childText(one, 'fullName'));
    expect(changed).not.toContain('Account.CS_A__c');
  });

  test('lists standard objects and what was deployed', async () => {
    const started = start();
    await deploy(started, { 'objects/Account.object': FIELD });
    const names = async (type: string) =>
      (await call(started, 'listMetadata', `<queries><type>${type}</type></queries>`)).children.map((one) =>
        childText(one, 'fullName'),
      );
    expect(await names('CustomField')).toEqual(['Account.CS_A__c']);
    expect(await names('CustomObject')).toEqual(expect.arrayContaining(['Account', 'Contact']));
  });
});

describe('deploying over REST', () => {
  function post({ request, token }: Started, zip: Uint8Array, options: Record<string, unknown> = {}) {
    const deployOptions = { rollbackOnError: true, singlePackage: true, ...options };
    return request
      .post(REST)
      .set('Authorization', `Bearer ${token}`)
      .attach('entity_content', Buffer.from(JSON.stringify({ deployOptions })), {
        contentType: 'application/json',
      })
      .attach('file', Buffer.from(zip), { filename: 'package.zip', contentType: 'application/zip' });
  }

  test('starts, reports and finishes a deploy', async () => {
    const started = start();
    const created = await post(started, zipOf({ 'objects/Account.object': FIELD }), { checkOnly: true });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      id: expect.stringMatching(/^0Af\w{15}$/),
      deployOptions: { checkOnly: true },
    });
    const ask = () =>
      started.request
        .get(`${REST}/${created.body.id}?includeDetails=true`)
        .set('Authorization', `Bearer ${started.token}`);
    let answer = await ask();
    while (!answer.body.deployResult.done) answer = await ask();
    expect(answer.body.deployResult).toMatchObject({
      status: 'Succeeded',
      checkOnly: true,
      numberComponentErrors: 0,
    });
    expect(started.org.schema.field('Account', 'CS_A__c')).toBeUndefined();
  });

  test('takes no other change of a deploy than to cancel it', async () => {
    const started = start();
    const created = await post(started, zipOf({ 'objects/Account.object': FIELD }));
    const response = await started.request
      .patch(`${REST}/${created.body.id}`)
      .set('Authorization', `Bearer ${started.token}`)
      .send({ deployResult: { status: 'Succeeded' } });
    expect(response.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  });

  test('refuses a body that is no multipart form', async () => {
    const { request, token } = start();
    const response = await request
      .post(REST)
      .set('Authorization', `Bearer ${token}`)
      .send({ deployOptions: {} });
    expect(response.status).toBe(415);
  });

  test('says that it has neither quick deploys nor Apex tests', async () => {
    const started = start();
    const quick = await started.request
      .post(REST)
      .set('Authorization', `Bearer ${started.token}`)
      .send({ validatedDeployRequestId: '0Af000000000001AAA' });
    expect(quick.body).toMatchObject([{ errorCode: 'NOT_IMPLEMENTED' }]);
    const tested = await post(started, zipOf({}), { testLevel: 'RunSpecifiedTests', runTests: ['A'] });
    expect(tested.body).toMatchObject([{ errorCode: 'NOT_IMPLEMENTED' }]);
  });

  test('refuses a request without its zip', async () => {
    const { request, token } = start();
    const response = await request
      .post(REST)
      .set('Authorization', `Bearer ${token}`)
      .field('entity_content', '{}');
    expect(response.body).toMatchObject([{ errorCode: 'INVALID_MULTIPART_REQUEST' }]);
  });

  test('asks for a session', async () => {
    const response = await start().request.get(`${REST}/0Af000000000001AAA`);
    expect(response.status).toBe(401);
  });

  test('refuses a zip without package.xml as a failed deploy', async () => {
    const started = start();
    const created = await post(started, zipSync({ 'a.txt': strToU8('a') }));
    const ask = () =>
      started.request
        .get(`${REST}/${created.body.id}?includeDetails=true`)
        .set('Authorization', `Bearer ${started.token}`);
    let answer = await ask();
    while (!answer.body.deployResult.done) answer = await ask();
    expect(answer.body.deployResult.status).toBe('Failed');
    expect(answer.body.deployResult.details.componentFailures).toMatchObject([
      { problem: 'No package.xml found' },
    ]);
  });
});
