import { describe, expect, test } from '@jest/globals';
import type { OrgConnectionRecord } from '../usecases/connection-ports.ts';
import { startFleet } from './org-fleet.ts';
import { ENVIRONMENT, type OrgSource } from './org-source.ts';

const AT = Date.parse('2026-11-23T09:00:00.000Z');

const connectionOf = (name: string, more: Partial<OrgConnectionRecord> = {}): OrgConnectionRecord => ({
  ...{ id: `id-${name}`, name, orgId: null, loginUrl: `https://${name}.example`, flow: 'web-server' },
  ...{ clientId: 'c', username: null, sealedSecret: null, sealedGrant: 'g', createdAt: '', updatedAt: '' },
  changeEvents: false,
  ...more,
});
const sourceOf = (name: string, more: Partial<OrgConnectionRecord> = {}): OrgSource => ({
  ...{ id: name === ENVIRONMENT ? name : `id-${name}`, name, loginUrl: `https://${name}.example` },
  connection: name === ENVIRONMENT ? null : connectionOf(name, more),
  login: () => {
    throw new Error('not asked for');
  },
});

/** A fleet whose orgs answer as the test says, and whose pauses end when the test says. */
function setup(...names: string[]) {
  const sources = names.map((name) => sourceOf(name));
  const refusing = new Map<string, string>();
  const orgIds = new Map<string, string>();
  const told: string[] = [];
  const pauses: number[] = [];
  let go: (() => void)[] = [];
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      pauses.push(ms);
      go.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  const fleet = startFleet({
    listSources: async () => [...sources],
    async open({ name }) {
      told.push(`open ${name}`);
      const refusal = refusing.get(name);
      if (refusal !== undefined) throw new Error(refusal);
      const org = { orgId: orgIds.get(name) ?? `00D-${name}`, name: `Org ${name}` };
      return {
        status: { org },
        start: async () => void told.push(`start ${name}`),
        stop: async () => void told.push(`stop ${name}`),
      };
    },
    clock: () => new Date(AT),
    log: {
      info: (_about, message) => void told.push(message),
      error: (about, message) => void told.push(`${message}: ${JSON.stringify(Object.keys(about))}`),
    },
    wait,
  });
  const atWork = () => fleet.services().map(({ source }) => source.name);
  /** Ends the pauses that wait now, and lets what follows come to its end. */
  const pass = async () => {
    const now = go;
    go = [];
    now.forEach((end) => end());
    await settle();
  };
  return { fleet, sources, refusing, orgIds, told, pauses, atWork, pass };
}

/** Everything that is ready to run has run: nothing here waits for anything but promises. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the orgs of a service', () => {
  test('are opened at once, that of the environment first in the list', async () => {
    const { fleet, atWork } = setup('acme', ENVIRONMENT);
    await fleet.look();
    await fleet.tried();
    expect(atWork()).toEqual([ENVIRONMENT, 'acme']);
    expect(fleet.waiting()).toEqual([]);
    await fleet.stop();
  });

  test('are served though that of the environment does not answer, which is tried again after longer and longer', async () => {
    const { fleet, atWork, refusing, pauses, pass, told } = setup(ENVIRONMENT, 'acme');
    refusing.set(ENVIRONMENT, 'No org answers');
    await fleet.look();
    await fleet.tried();
    expect(atWork()).toEqual(['acme']);
    expect(fleet.waiting()).toEqual([
      {
        ...{ name: ENVIRONMENT, loginUrl: 'https://environment.example', problem: 'No org answers' },
        ...{ since: '2026-11-23T09:00:00.000Z', tries: 1, nextTryAt: '2026-11-23T09:00:01.000Z' },
        isEnvironment: true,
      },
    ]);
    for (let tries = 0; tries < 10; tries += 1) await pass();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000));
    expect(fleet.waiting()[0]).toMatchObject({ tries: 11 });
    // One event, not eleven.
    expect(told.filter((line) => line.startsWith('org could not be connected'))).toHaveLength(1);

    refusing.clear();
    await pass();
    expect(atWork()).toEqual([ENVIRONMENT, 'acme']);
    expect(fleet.waiting()).toEqual([]);
    await fleet.stop();
    expect(told.filter((line) => line.startsWith('stop')).toSorted()).toEqual([
      'stop acme',
      `stop ${ENVIRONMENT}`,
    ]);
  });

  test('are followed: one that is added is opened, one that is removed or changed is ended', async () => {
    const { fleet, atWork, sources, told } = setup('acme');
    await fleet.look();
    await fleet.tried();
    sources.push(sourceOf('beta'));
    await fleet.look();
    await fleet.tried();
    expect(atWork()).toEqual(['acme', 'beta']);

    sources.splice(0, 1, sourceOf('acme', { clientId: 'another' }));
    await fleet.look();
    await fleet.tried();
    expect(told.filter((line) => line === 'open acme')).toHaveLength(2);
    sources.splice(0, 1);
    await fleet.look();
    await settle();
    expect(atWork()).toEqual(['beta']);
    await fleet.stop();
  });

  test('are tried at once when a person has agreed, and not for a token that was rotated', async () => {
    const { fleet, atWork, sources, refusing, told } = setup('acme');
    refusing.set('acme', 'It lacks its refresh token.');
    await fleet.look();
    await fleet.tried();
    refusing.clear();
    await fleet.look();
    await settle();
    expect(atWork()).toEqual(['acme']);
    sources.splice(0, 1, sourceOf('acme', { sealedGrant: 'rotated' }));
    await fleet.look();
    await settle();
    expect(told.filter((line) => line.startsWith('start'))).toEqual(['start acme']);
    await fleet.stop();
  });

  test('are served once, though two connections lead to one', async () => {
    const { fleet, orgIds, atWork } = setup('acme', 'again');
    orgIds.set('acme', '00D1').set('again', '00D1');
    await fleet.look();
    await fleet.tried();
    expect(atWork()).toEqual(['acme']);
    expect(fleet.waiting()).toMatchObject([
      { name: 'again', problem: 'The org 00D1 is served by another connection already.' },
    ]);
    await fleet.stop();
  });

  test('that wait hold nobody up who stops', async () => {
    const { fleet, refusing, told } = setup(ENVIRONMENT);
    refusing.set(ENVIRONMENT, 'No org answers');
    await fleet.look();
    await fleet.tried();
    await fleet.stop();
    await settle();
    expect(told.filter((line) => line.startsWith('open'))).toHaveLength(1);
  });
});
