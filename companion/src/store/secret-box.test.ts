import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createSecretBox } from './secret-box.ts';

const key = (id: string) => ({ id, bytes: randomBytes(32) });
const old = key('2025');
const current = key('2026');

describe('a secret box', () => {
  test('opens what it sealed, and shows nothing of it before', () => {
    const box = createSecretBox([current]);
    const sealed = box.seal('schöner token', 'org 00D1');
    expect(sealed).toMatch(/^v1\.2026\.[\w-]+$/);
    expect(sealed).not.toContain(Buffer.from('token').toString('base64url').slice(0, 5));
    expect(box.open(sealed, 'org 00D1')).toBe('schöner token');
  });

  test('never seals the same secret to the same text', () => {
    const box = createSecretBox([current]);
    expect(box.seal('token', 'a')).not.toBe(box.seal('token', 'a'));
  });

  test.each([
    ['of another org', (sealed: string) => sealed, 'org 00D2'],
    ['with a bit changed', (sealed: string) => flipLast(sealed), 'org 00D1'],
    ['cut short', (sealed: string) => sealed.slice(0, 20), 'org 00D1'],
    ['of another version', (sealed: string) => sealed.replace('v1', 'v2'), 'org 00D1'],
    ['that is empty', () => '', 'org 00D1'],
  ])('refuses a secret %s', (_, change, context) => {
    const box = createSecretBox([current]);
    expect(() => box.open(change(box.seal('token', 'org 00D1')), context)).toThrow(
      expect.objectContaining({ code: 'SECRET_DAMAGED' }),
    );
  });

  test('after a rotation opens what the old key sealed and says that it is outdated', () => {
    const sealed = createSecretBox([old]).seal('token', 'a');
    const box = createSecretBox([current, old]);
    expect(box.open(sealed, 'a')).toBe('token');
    expect(box.isOutdated(sealed)).toBe(true);
    expect(box.isOutdated(box.seal('token', 'a'))).toBe(false);
  });

  test('names the variable to set when the key is gone or none is set', () => {
    const sealed = createSecretBox([old]).seal('token', 'a');
    const missing = expect.objectContaining({
      code: 'SECRET_KEY_MISSING',
      message: expect.stringContaining('COMPANION_ENCRYPTION_KEYS'),
    });
    expect(() => createSecretBox([current]).open(sealed, 'a')).toThrow(missing);
    expect(() => createSecretBox([]).seal('token', 'a')).toThrow(missing);
  });
});

function flipLast(sealed: string): string {
  const [version, id, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  bytes[bytes.length - 1]! ^= 1;
  return [version, id, bytes.toString('base64url')].join('.');
}
