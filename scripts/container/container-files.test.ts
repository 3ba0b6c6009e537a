import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRoot } from '../process/root.ts';

// No daemon is at hand where these run: what can be told from the files is held here, and docs/run.md says what is not.
const read = (file: string) => readFileSync(inRoot(file), 'utf8');
const { node } = (JSON.parse(read('package.json')) as { devDependencies: { node: string } }).devDependencies;

interface Service {
  image: string;
  command?: string[];
  user?: string;
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  healthcheck?: { test?: string[] };
  depends_on?: Record<string, { condition: string }>;
  environment: Record<string, string>;
  deploy?: { replicas: number };
  stop_grace_period?: string;
  volumes?: string[];
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<'database' | 'migrate' | 'companion', Service>;
  volumes: Record<string, object>;
  secrets: Record<string, object>;
};

/** Instructions with their arguments, continued lines joined. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^(\w+)\s+(.*)$/.exec(line) as RegExpExecArray)
  .map(([, name = '', rest = '']) => ({ name, rest }));
const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const rest = (name: string) => last.filter((each) => each.name === name).map((each) => each.rest);

describe('the image', () => {
  test('is built in stages on the Node that package.json pins', () => {
    expect(instructions[0]).toEqual({ name: 'ARG', rest: `NODE_IMAGE=node:${node}-bookworm-slim` });
    const stages = instructions.filter(({ name }) => name === 'FROM').map((each) => each.rest);
    expect(stages).toEqual([
      '${NODE_IMAGE} AS build',
      '${NODE_IMAGE} AS packages',
      '${NODE_IMAGE} AS companion',
    ]);
  });

  test('runs as a user without rights, with Node as the process that hears SIGTERM', () => {
    expect(rest('USER')).toEqual(['node']);
    expect(JSON.parse(rest('CMD')[0] ?? '')).toEqual([
      'node',
      '--disable-warning=ExperimentalWarning',
      'companion/src/main.ts',
    ]);
    expect(rest('ENTRYPOINT')).toEqual([]);
  });

  test('takes packages from the stage without those of development, and checks its health by a script', () => {
    const packages = instructions.filter(({ name, rest: all }) => name === 'RUN' && all.includes('npm ci'));
    expect(packages.map(({ rest: all }) => all.includes('--omit=dev'))).toEqual([false, true]);
    expect(rest('COPY')[0]).toBe('--from=packages /app/node_modules node_modules');
    expect(rest('HEALTHCHECK')[0]).toContain('CMD ["node", "companion/scripts/check-health.ts"]');
  });

  test('copies only what is there, and what .dockerignore lets in', () => {
    const sources = instructions
      .filter(({ name, rest: all }) => name === 'COPY' && !all.startsWith('--from'))
      .flatMap((each) => each.rest.split(' ').slice(0, -1));
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const source of sources) {
      expect([source, existsSync(inRoot(source))]).toEqual([source, true]);
      expect(allowed.some((name) => source === name || source.startsWith(`${name}/`))).toBe(true);
    }
  });
});

describe('the compose file', () => {
  const { database, migrate, companion } = compose.services;

  test('starts two replicas once the database is healthy and the migrations are through', () => {
    expect(companion.deploy?.replicas).toBe(2);
    expect(companion.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
    expect(database.healthcheck?.test?.[1]).toBe('pg_isready');
    expect(migrate.command?.slice(-2)).toEqual(['companion/scripts/migrate.ts', 'deploy']);
    expect(existsSync(inRoot('companion/scripts/migrate.ts'))).toBe(true);
  });

  test.each(['database', 'migrate', 'companion'] as const)(
    'lets %s write nothing but its own, with no more rights than it needs',
    (name) => {
      const service = compose.services[name];
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        tmpfs: expect.arrayContaining([expect.stringMatching(/^\/tmp/)]),
      });
    },
  );

  test('gives the companion the time that a stop takes', () => {
    expect(companion.stop_grace_period).toBe('30s');
  });

  test('pins the database, keeps its data in a volume, and holds no secret', () => {
    expect(database.image).toMatch(/^postgres:\d+\.\d+/);
    expect(database.volumes).toEqual(['database:/var/lib/postgresql/data']);
    expect(Object.keys(compose.volumes)).toEqual(['database']);
    expect(companion.environment['DATABASE_URL']).toContain('${POSTGRES_PASSWORD:?');
    expect(Object.keys(compose.secrets)).toEqual(['companion_key']);
  });
});
