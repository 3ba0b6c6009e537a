import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';
import { writePrivate } from './write-private.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 825;
/** A key that ends within this is made anew. */
const RENEW_DAYS = 30;

/** The companion's key for JWT bearer, and the certificate that the org checks it by. */
export interface KeyPair {
  keyFile: string;
  /** X.509 in PEM. */
  certificate: string;
  validTo: Date;
  isNew: boolean;
}

/** The key pair of a folder: the one that is there while it holds for a while, else a new one. */
export async function ensureKeyPair(
  folder: string,
  { now = new Date(), rotate = false }: { now?: Date; rotate?: boolean } = {},
): Promise<KeyPair> {
  const keyFile = path.join(folder, 'companion.key');
  const certFile = path.join(folder, 'companion.crt');
  if (!rotate && existsSync(keyFile) && existsSync(certFile)) {
    const certificate = readFileSync(certFile, 'utf8');
    const { validToDate } = new X509Certificate(certificate);
    if (validToDate.getTime() - now.getTime() > RENEW_DAYS * DAY_MS)
      return { keyFile, certificate, validTo: validToDate, isNew: false };
  }
  const validTo = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  const pair = await generate([{ name: 'commonName', value: 'Tenure companion' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: validTo,
  });
  writePrivate(keyFile, pair.private);
  writePrivate(certFile, pair.cert);
  return { keyFile, certificate: pair.cert, validTo, isNew: true };
}
