/** A key of 32 bytes, and the name under which what it sealed remembers it. */
export interface EncryptionKey {
  id: string;
  bytes: Buffer;
}
