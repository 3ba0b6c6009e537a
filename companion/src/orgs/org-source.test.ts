import { describe, expect, test } from '@jest/globals';
import type { Companion } from '../open-companion.ts';
import { MemoryConnections } from '../usecases/testing/memory-connections.ts';
import type { OrgService } from './org-service.ts';
import { chooseSource, ENVIRONMENT, listSources, type OrgSource } from './org-source.ts';
import { pickCompanion } from './pick-companion.ts';

const credentials = { flow: 'client-credentials' as const, clientId: 'i', clientSecret: 's' };
const HOME = { home: { loginUrl: 'https://home.example', credentials }, apiVersion: '66.0' };
const SALESFORCE = { ...HOME, budgetPercent: 50, access: 'write-back' as const, changeEvents: false };
const box = { seal: String, open: String, isOutdated: () => false };
const clock = () => new Date(0);
const ORGS = [
  { orgId: '00D1', name: 'Home Inc', instanceUrl: '' },
  { orgId: '00D2', name: 'Acme Inc', instanceUrl: '' },
];

async function sourcesOf(names: string[], home = true): Promise<OrgSource[]> {
  const store = new MemoryConnections();
  for (const [index, name] of names.entries()) {
    await store.addConnection({
      ...{ name, orgId: `00D${index + 2}`, loginUrl: `https://${name}.example`, flow: 'client-credentials' },
      ...{
        clientId: 'i',
        username: null,
        sealedSecret: 'sealed',
        sealedGrant: null,
        createdAt: '',
        changeEvents: false,
      },
    });
  }
  return listSources(home ? SALESFORCE : { ...SALESFORCE, home: null }, { store, box, clock });
}

describe('the org of a command', () => {
  test.each([
    ['that of the environment, unless told', null, ['acme', 'beta'], true, ENVIRONMENT],
    ['the only one, where the environment names none', null, ['acme'], false, 'acme'],
    ['the one of a connection by its name', 'beta', ['acme', 'beta'], true, 'beta'],
    ['by the id of its org', '00D2', ['acme', 'beta'], true, 'acme'],
    ['by the name of its org', 'Acme Inc', ['acme', 'beta'], true, 'acme'],
    ['that of the environment by its word', ENVIRONMENT, ['acme'], true, ENVIRONMENT],
    ['perhaps that of the environment, where nothing else fits', 'Home Inc', ['acme'], true, ENVIRONMENT],
  ])('is %s', async (_what, word, names, home, chosen) => {
    expect(chooseSource(word, await sourcesOf(names, home), ORGS).name).toBe(chosen);
  });

  test.each([
    ['there is none', null, [], 'SALESFORCE_LOGIN_URL is not set; expected the My Domain URL'],
    ['it is not clear which', null, ['acme', 'beta'], 'Give --org with one of: acme (00D2), beta (00D3).'],
    ['none is named so', 'gamma', ['acme'], 'No org is named "gamma". Give --org with one of: acme (00D2).'],
  ])('is asked for where %s', async (_what, word, names, message) => {
    const sources = await sourcesOf(names, false);
    expect(() => chooseSource(word, sources, ORGS)).toThrow(message);
  });

  test('logs in as the environment or the connection says', async () => {
    const [home, acme] = await sourcesOf(['acme']);
    expect(home?.login()).toEqual({ ...HOME.home, apiVersion: '66.0' });
    expect(acme?.login()).toMatchObject({
      loginUrl: 'https://acme.example',
      credentials: { flow: 'client-credentials', clientSecret: 'sealed' },
    });
  });
});

describe('the org of a command that a service carries out', () => {
  async function fleetOf(names: string[], waiting: string[] = [], home = true) {
    const sources = await sourcesOf(names, home);
    const serviceOf = (source: OrgSource, index: number) => {
      const org = ORGS[home ? index : index + 1] ?? { orgId: '00D9', name: 'Nine' };
      return {
        source,
        status: { org },
        companion: { org } as unknown as Companion,
      } as unknown as OrgService & {
        source: OrgSource;
      };
    };
    const isWaiting = ({ name }: OrgSource) => waiting.includes(name);
    const all = sources.map(serviceOf).filter(({ source }) => !isWaiting(source));
    const away = sources.filter(isWaiting).map(({ name, loginUrl, connection }) => ({
      ...{ name, loginUrl, problem: 'No org answers', since: '', tries: 1, nextTryAt: '' },
      isEnvironment: connection === null,
    }));
    return { services: () => all, waiting: () => away };
  }
  const nameOf = ({ org }: Companion) => org.name;

  test('is found among those at work, by the connection or the org', async () => {
    const fleet = await fleetOf(['acme']);
    expect(nameOf(pickCompanion(null, fleet))).toBe('Home Inc');
    for (const word of ['acme', '00D2', 'Acme Inc'])
      expect(nameOf(pickCompanion(word, fleet))).toBe('Acme Inc');
    expect(nameOf(pickCompanion(null, await fleetOf(['acme'], [], false)))).toBe('Acme Inc');
  });

  test('is never another than the one that is meant', async () => {
    const away = await fleetOf(['acme'], [ENVIRONMENT]);
    expect(() => pickCompanion(null, away)).toThrow('The org "environment" is not at work: No org answers');
    expect(() => pickCompanion('Home Inc', away)).toThrow(
      'No org named "Home Inc" is at work. Give --org with one of',
    );
    expect(() => pickCompanion('acme', { ...away, services: () => [], waiting: away.waiting })).toThrow(
      'none is at work',
    );
    const gone = await fleetOf(['acme'], ['acme']);
    expect(() => pickCompanion('acme', gone)).toThrow('The org "acme" is not at work: No org answers');
    const two = await fleetOf(['acme', 'beta'], [], false);
    expect(() => pickCompanion(null, two)).toThrow(
      'Which org is meant? Give --org with one of: acme (00D2), beta',
    );
  });
});
