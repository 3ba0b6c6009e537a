import { describe, expect, test } from '@jest/globals';
import { createOrg } from '../../create-org.ts';
import type { Org } from '../../org.ts';
import { NO_OPTIONS, zipOf } from '../testing/deploy-files.ts';
import { createDeployQueue } from './deploy-queue.ts';
import { deployResult } from './deploy-result.ts';

function role(name: string): Uint8Array {
  return zipOf({ [`roles/${name}.role`]: `<name>${name}</name>` });
}

function start(org: Org = createOrg()) {
  let counter = 0;
  const deploys = createDeployQueue(org, () => `0Af00000000000${(counter += 1)}AAA`);
  return { org, deploys, user: org.userById(org.adminId) };
}

describe('createDeployQueue', () => {
  test('runs one deploy after the other, in the order in which they came', async () => {
    const { deploys, user } = start();
    const first = deploys.start(user, role('One'), NO_OPTIONS);
    const second = deploys.start(user, role('Two'), NO_OPTIONS);
    expect([first.status, second.status]).toEqual(['Pending', 'Pending']);
    await deploys.idle();
    expect([first.status, second.status]).toEqual(['Succeeded', 'Succeeded']);
  });

  test('shows how far a deploy is while it runs', async () => {
    const { deploys, user } = start();
    const files = Object.fromEntries([1, 2, 3, 4].map((n) => [`roles/R${n}.role`, `<name>R${n}</name>`]));
    const job = deploys.start(user, zipOf(files), NO_OPTIONS);
    const seen = new Set<string>();
    while (!deployResult(job, false).done) {
      await new Promise(setImmediate);
      seen.add(`${job.deployed}/${job.total} ${job.stateDetail ?? ''}`);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['1/4 Processing Type: Role', '3/4 Processing Type: Role']),
    );
    expect(deployResult(job, false)).toMatchObject({ numberComponentsDeployed: 4, numberComponentsTotal: 4 });
  });

  test('cancels a deploy that waits, and does nothing of it', async () => {
    const { deploys, user, org } = start();
    deploys.start(user, role('One'), NO_OPTIONS);
    const waiting = deploys.start(user, role('Two'), NO_OPTIONS);
    deploys.cancel(waiting, user);
    await deploys.idle();
    expect(deployResult(waiting, true)).toMatchObject({
      status: 'Canceled',
      success: false,
      canceledBy: org.adminId,
    });
    expect(org.metadata.list('Role').map(({ fullName }) => fullName)).toEqual(['One']);
  });

  test('leaves a finished deploy as it is when someone cancels it', async () => {
    const { deploys, user } = start();
    const job = deploys.start(user, role('One'), NO_OPTIONS);
    await deploys.idle();
    deploys.cancel(job, user);
    expect(job.status).toBe('Succeeded');
  });

  test('fails a deploy that meets a fault of the org’s own, and goes on with the next', async () => {
    const org = createOrg();
    const put = org.metadata.put.bind(org.metadata);
    let calls = 0;
    org.metadata.put = (component) => {
      calls += 1;
      if (calls === 1) throw new TypeError('disk on fire');
      put(component);
    };
    const { deploys, user } = start(org);
    const broken = deploys.start(user, role('One'), NO_OPTIONS);
    const next = deploys.start(user, role('Two'), NO_OPTIONS);
    await deploys.idle();
    expect(deployResult(broken, true)).toMatchObject({
      status: 'Failed',
      errorStatusCode: 'UNKNOWN_EXCEPTION',
    });
    expect(next.status).toBe('Succeeded');
  });

  test('counts what failed, and calls a deploy partial that kept the rest', async () => {
    const { deploys, user } = start();
    const zip = zipOf({
      'roles/One.role': '<name>One</name>',
      'roles/Two.role': '<name>Two</name><parentRole>Gone</parentRole>',
    });
    const job = deploys.start(user, zip, { ...NO_OPTIONS, rollbackOnError: false });
    await deploys.idle();
    expect(deployResult(job, false)).toMatchObject({
      status: 'SucceededPartial',
      numberComponentErrors: 1,
      numberComponentsDeployed: 1,
      numberComponentsTotal: 2,
    });
  });
});
