import { parseXml } from '../xml/parse-xml.ts';
import { childNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import { escapeXml, writeXml, type XmlValue } from '../xml/write-xml.ts';

/** A call as it came in: the operation is the one element of the SOAP body. */
export interface SoapCall {
  sessionId: string | undefined;
  operation: XmlElement;
}

/** An answer that says why there is none. `code` goes without its prefix: `INVALID_SESSION_ID`. */
export class SoapFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }
}

const NAMESPACES =
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Reads the envelope of a call. */
export function readSoapCall(text: string): SoapCall {
  const envelope = parseXml(text);
  const operation = childNamed(envelope, 'Body')?.children[0];
  if (envelope.name !== 'Envelope' || !operation) {
    throw new SoapFault(
      'UNKNOWN_EXCEPTION',
      'The request is no SOAP envelope with one operation in its body',
    );
  }
  const header = childNamed(envelope, 'Header');
  return { sessionId: childText(childNamed(header, 'SessionHeader'), 'sessionId'), operation };
}

/** Writes the answer to an operation; an array of results repeats `<result>`. */
export function writeSoapResponse(operation: string, result: XmlValue): string {
  const body = writeXml({ [`${operation}Response`]: { result } });
  return envelope(`xmlns="http://soap.sforce.com/2006/04/metadata"`, body);
}

export function writeSoapFault({ code, message }: SoapFault): string {
  const fault = `<soapenv:Fault><faultcode>sf:${escapeXml(code)}</faultcode><faultstring>${escapeXml(code)}: ${escapeXml(message)}</faultstring></soapenv:Fault>`;
  return envelope('xmlns:sf="http://soap.sforce.com/2006/04/metadata"', fault);
}

function envelope(namespace: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${NAMESPACES} ${namespace}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}
