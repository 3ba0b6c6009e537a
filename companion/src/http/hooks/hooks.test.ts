import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { AppError } from '../../errors.ts';
import { HOOK_SOURCES } from '../../usecases/inbound-ports.ts';
import { MOST_BYTES } from './create-hooks-router.ts';
import { BODIES } from './testing/bodies.ts';
import { NOW, setupHook } from './testing/deliveries.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

describe.each(HOOK_SOURCES)('a delivery of %s', (source) => {
  test('is taken when its signature holds, and kept before it is answered', async () => {
    const { send, events } = await setupHook(source);
    const answer = await send(BODIES[source]);
    expect([answer.status, answer.body]).toEqual([202, { status: 'accepted', records: 1 }]);
    expect(events()).toHaveLength(1);
  });

  test('is answered 200 when it comes again, and changes nothing', async () => {
    const { send, inbound } = await setupHook(source);
    await send(BODIES[source]);
    const before = structuredClone([...inbound.rows.values()]);
    const again = await send(BODIES[source]);
    expect([again.status, again.body]).toEqual([200, { status: 'known', records: 0 }]);
    expect([...inbound.rows.values()]).toEqual(before);
  });

  test.each([
    ['with another secret', { signedWith: 'another' }],
    [
      'without a signature',
      {
        headers: {
          'X-Zendesk-Webhook-Signature': '',
          'X-Hub-Signature': '',
          'Typeform-Signature': '',
          'X-Delighted-Webhook-Signature': '',
          'X-Tenure-Signature': '',
        },
      },
    ],
  ])('is refused %s, and is told nothing more', async (_what, sent) => {
    const { send, events } = await setupHook(source);
    const answer = await send(BODIES[source], sent);
    expect([answer.status, answer.type]).toEqual([401, 'application/problem+json']);
    expect(JSON.parse(answer.text)).toMatchObject({ detail: 'The signature does not hold.' });
    expect(events()).toEqual([]);
  });

  test('is refused when a byte of it was changed on the way', async () => {
    const { send, sendRaw, events } = await setupHook(source);
    const signed = (await send(BODIES[source])).request as unknown as { header: Record<string, string> };
    const changed = Buffer.from(
      JSON.stringify(BODIES[source]).replace('north', 'south').replace('5158', '5159'),
    );
    const { header } = signed;
    expect((await sendRaw(changed, { headers: header })).status).toBe(401);
    expect(events()).toHaveLength(1);
  });

  test('is never answered with an error of ours, whatever it holds', async () => {
    const { sendRaw, errors } = await setupHook(source, {}, 100_000);
    const keys = fc.constantFrom(...namesIn(BODIES[source]));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom('\ud800', '\u0000', '__proto__', NOW),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(keys, tie('any'), { maxKeys: 6 }),
      ),
    })).any;
    const varied = fc
      .tuple(fc.constantFrom(...pathsIn(BODIES[source])), value)
      .map(([path, with_]) => JSON.stringify(replaceAt(BODIES[source], path, with_)));
    const bodies = fc.oneof(
      varied.map((text) => Buffer.from(text)),
      value.map((any) => Buffer.from(JSON.stringify(any) ?? '')),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { status } = await sendRaw(body);
        expect([200, 202, 400, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
    expect(errors).toEqual([]);
  });
});

describe('a signature that tells its time', () => {
  test.each([
    ['zendesk', '2026-11-22T08:44:00Z'],
    ['zendesk', 'yesterday'],
    ['generic', '2026-11-22T09:16:00Z'],
    ['generic', '1795336000'],
  ] as const)('of %s is refused at %s', async (source, at) => {
    const { send } = await setupHook(source);
    expect((await send(BODIES[source], { at })).status).toBe(401);
  });

  test('holds when it was made within a quarter of an hour, in seconds too', async () => {
    const { send } = await setupHook('generic');
    expect((await send(BODIES.generic, { at: '2026-11-22T08:46:00Z' })).status).toBe(202);
    const seconds = String(Date.parse(NOW) / 1000);
    expect((await send(BODIES.generic, { at: seconds })).status).toBe(200);
  });
});

describe('a delivery that cannot be taken is told why:', () => {
  test('404 for a hook that is unknown, of another source, or revoked', async () => {
    const { send, hook, inbound } = await setupHook('jira');
    const to = (path: string) => send(BODIES.jira, {}, path);
    expect((await to('/v1/hooks/jira/0b0f8f53-1f0c-4a5c-9d55-0f0a1c1f3a11')).status).toBe(404);
    expect((await to(`/v1/hooks/zendesk/${hook.id}`)).status).toBe(404);
    expect((await to('/v1/hooks/jira/x')).status).toBe(404);
    await inbound.revokeWebhook('', hook.id, NOW);
    expect((await send(BODIES.jira)).status).toBe(404);
  });

  test('405 for anything but POST', async () => {
    const { app, path } = await setupHook('jira');
    const answer = await request(app).get(path);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });

  test('413 for more than a megabyte', async () => {
    const { sendRaw } = await setupHook('jira');
    const answer = await sendRaw(Buffer.alloc(MOST_BYTES + 1, 0x20));
    expect([answer.status, answer.headers['content-type']]).toEqual([413, PROBLEM]);
  });

  test.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a body that is compressed', { 'content-encoding': 'gzip' }],
  ])('415 for %s', async (_what, headers) => {
    const { send } = await setupHook('jira');
    expect((await send(BODIES.jira, { headers })).status).toBe(415);
  });

  test.each([
    ['what is not JSON', Buffer.from('{"webhookEvent":'), 'The body is not JSON.'],
    ['what is not UTF-8', Buffer.from('"Zürich"', 'latin1'), 'The body is not encoded in UTF-8.'],
    ['nothing', Buffer.alloc(0), 'The body is not JSON.'],
  ])('400 for %s', async (_what, body, detail) => {
    const { sendRaw } = await setupHook('jira');
    const answer = await sendRaw(body);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, expect.objectContaining({ detail })]);
  });

  test('422 with each place and what was expected there', async () => {
    const { send, events } = await setupHook('delighted');
    const body = structuredClone(BODIES.delighted) as { event_data: { score: unknown; created_at: unknown } };
    body.event_data.score = 'ten';
    body.event_data.created_at = 'soon';
    const answer = await send(body);
    expect(answer.status).toBe(422);
    const { errors } = JSON.parse(answer.text) as { errors: { at: string }[] };
    expect(errors.map(({ at }) => at)).toEqual(['event_data.score', 'event_data.created_at']);
    expect(events()).toEqual([]);
  });

  test('429 with when to try again', async () => {
    const { send } = await setupHook('jira', {}, 2);
    await send(BODIES.jira);
    await send(BODIES.jira);
    const answer = await send(BODIES.jira);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '30']);
  });

  test('503 while the key that opens its secret is missing, so that the sender tries again', async () => {
    const { send, inbound, errors } = await setupHook('jira');
    inbound.openWebhook = () => Promise.reject(new AppError('SECRET_KEY_MISSING', 'the key is not at hand'));
    expect((await send(BODIES.jira)).status).toBe(503);
    expect(errors).toEqual([]);
  });
});

/** Every name in a value, so that what is made at random looks like the real thing. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return ['x'];
  return [...new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]))];
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner).map((path) => [name, ...path])),
  ];
}

function replaceAt(value: unknown, [name, ...rest]: string[], by: unknown): unknown {
  if (name === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = replaceAt(copy[name], rest, by);
  return copy;
}
