import { SalesforceError } from '../../errors.ts';

/** What a deploy request carries: the options as JSON, and the zip. */
export interface DeployUpload {
  deployOptions: Record<string, unknown>;
  zip: Uint8Array;
}

/** Reads the multipart body of `POST metadata/deployRequest`: parts `entity_content` and `file`, in any order. */
export async function readMultipart(body: Buffer, contentType: string): Promise<DeployUpload> {
  const parts = await readParts(body, contentType);
  const json = parts.get('entity_content') ?? parts.get('json');
  const zip = parts.get('file');
  if (!json || !zip) {
    throw new SalesforceError(
      'INVALID_MULTIPART_REQUEST',
      'A deploy request needs the parts entity_content (JSON with deployOptions) and file (the zip)',
    );
  }
  try {
    const { deployOptions } = JSON.parse(new TextDecoder().decode(json)) as {
      deployOptions?: Record<string, unknown>;
    };
    return { deployOptions: deployOptions ?? {}, zip };
  } catch (cause) {
    throw new SalesforceError('JSON_PARSER_ERROR', 'The part entity_content is not valid JSON', { cause });
  }
}

async function readParts(body: Buffer, contentType: string): Promise<Map<string, Uint8Array>> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const parts = new Map<string, Uint8Array>();
    for (const [name, value] of form) {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : await bytesOf(value);
      parts.set(name, bytes);
    }
    return parts;
  } catch (cause) {
    throw new SalesforceError('INVALID_MULTIPART_REQUEST', 'The body is no multipart form', { cause });
  }
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
