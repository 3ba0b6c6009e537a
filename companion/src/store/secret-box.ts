import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EncryptionKey } from '../encryption-key.ts';
import { AppError } from '../errors.ts';

/** Seals secrets that have to be kept: tokens, and the secrets of webhooks. */
export interface SecretBox {
  /** Seals with the first key. `context` says whose secret it is; it has to be given again to open it. */
  seal(secret: string, context: string): string;
  /**
   * @throws {AppError} SECRET_KEY_MISSING when the key it was sealed with is not at hand, SECRET_DAMAGED when it was
   *   changed, or belongs elsewhere
   */
  open(sealed: string, context: string): string;
  /** Whether it was sealed with a key other than the first, and should be sealed anew. */
  isOutdated(sealed: string): boolean;
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** The length of a nonce that GCM is made for, in bytes (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. The first key seals, all of them open: to rotate, put a new key in front, seal anew what
 * {@link SecretBox.isOutdated} names, and then drop the old one.
 */
export function createSecretBox(keys: readonly EncryptionKey[]): SecretBox {
  const [current] = keys;
  return {
    seal(secret, context) {
      if (!current) throw noKey('none is set');
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.bytes, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(secret, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return [VERSION, current.id, sealed.toString('base64url')].join('.');
    },
    open(sealed, context) {
      const { keyId, bytes } = split(sealed);
      const key = keys.find(({ id }) => id === keyId);
      if (!key) throw noKey(`"${keyId}" is not among them`);
      try {
        const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw damaged(cause);
      }
    },
    isOutdated: (sealed) => split(sealed).keyId !== current?.id,
  };
}

function split(sealed: string): { keyId: string; bytes: Buffer } {
  const [version, keyId, text, ...rest] = sealed.split('.');
  const bytes = Buffer.from(text ?? '', 'base64url');
  if (version !== VERSION || !keyId || rest.length > 0 || bytes.length < NONCE_BYTES + TAG_BYTES)
    throw damaged();
  return { keyId, bytes };
}

const noKey = (what: string) =>
  new AppError(
    'SECRET_KEY_MISSING',
    `A secret cannot be sealed or opened: of the keys of COMPANION_ENCRYPTION_KEYS, ${what}`,
  );

const damaged = (cause?: unknown) =>
  new AppError('SECRET_DAMAGED', 'A sealed secret cannot be opened: it was changed, or belongs elsewhere', {
    cause,
  });
