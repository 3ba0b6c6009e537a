import express, { Router } from 'express';
import { SalesforceError } from '../../errors.ts';
import type { UserContext } from '../../security/types.ts';
import { requireMetadataAccess } from '../require-metadata-access.ts';
import { XmlSyntaxError } from '../xml/parse-xml.ts';
import { readSoapCall, SoapFault, writeSoapFault, writeSoapResponse } from './soap-envelope.ts';
import { SOAP_OPERATIONS, type MetadataApi } from './soap-operations.ts';

/** A zip of 39 MB as base64, and the envelope around it. */
const MAX_ENVELOPE = '60mb';

/** `POST /services/Soap/m/<version>`: the Metadata API as the sf CLI and jsforce speak it. */
export function soapRouter(api: MetadataApi): Router {
  const router = Router();
  const body = express.text({ type: () => true, limit: MAX_ENVELOPE });
  router.post('/services/Soap/m/:version', body, (request, response) => {
    response.type('text/xml; charset=UTF-8');
    try {
      response.send(answer(api, typeof request.body === 'string' ? request.body : ''));
    } catch (error) {
      response.status(500).send(writeSoapFault(faultOf(error)));
    }
  });
  return router;
}

function answer(api: MetadataApi, text: string): string {
  const { sessionId, operation } = readSoapCall(text);
  const user = userOf(api, sessionId);
  requireMetadataAccess(user);
  const run = SOAP_OPERATIONS[operation.name];
  if (!run) {
    throw new SoapFault(
      'NOT_IMPLEMENTED',
      `The local org does not model the Metadata API call ${operation.name}.`,
    );
  }
  return writeSoapResponse(operation.name, run(api, user, operation));
}

function userOf({ org }: MetadataApi, sessionId: string | undefined): UserContext {
  const userId = sessionId === undefined ? undefined : org.sessions.userId(sessionId);
  if (userId === undefined) {
    throw new SoapFault(
      'INVALID_SESSION_ID',
      'Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session key',
    );
  }
  return org.userById(userId);
}

function faultOf(error: unknown): SoapFault {
  if (error instanceof SoapFault) return error;
  if (error instanceof SalesforceError) return new SoapFault(error.errorCode, error.message);
  if (error instanceof XmlSyntaxError) return new SoapFault('UNKNOWN_EXCEPTION', error.message);
  return new SoapFault('UNKNOWN_EXCEPTION', error instanceof Error ? error.message : String(error));
}
