import { X509Certificate } from 'node:crypto';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, type SourceComponent } from '../../types/source-component.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { problemAt } from '../problem.ts';
import { checkApplication } from './check-application.ts';

const MIN_KEY_LENGTH = 8;
const MAX_KEY_LENGTH = 256;

/** The consumer key, secret and certificate of an external client app. Their values never stand in a message. */
export const globalOauthSettings: ComponentHandler = {
  type: 'ExtlClntAppGlobalOauthSettings',
  deploy(component, context) {
    const settings = definitionOf(component);
    return [
      ...checkApplication(component, settings, context),
      ...checkLength(settings, 'consumerKey'),
      ...checkLength(settings, 'consumerSecret'),
      ...checkUniqueKey(component, settings, context),
      ...checkCallback(settings),
      ...checkCertificate(settings),
    ];
  },
};

function checkLength(settings: XmlElement, name: string): ComponentProblem[] {
  const value = childText(settings, name);
  if (value === undefined || (value.length >= MIN_KEY_LENGTH && value.length <= MAX_KEY_LENGTH)) return [];
  const message = `${name} must have ${MIN_KEY_LENGTH} to ${MAX_KEY_LENGTH} characters; found ${value.length}`;
  return [problemAt(childNamed(settings, name), message)];
}

function checkUniqueKey(
  component: SourceComponent,
  settings: XmlElement,
  { org }: DeployContext,
): ComponentProblem[] {
  const key = childText(settings, 'consumerKey');
  const taken = org.metadata
    .list(component.type)
    .some(
      ({ fullName, files }) =>
        fullName !== component.fullName &&
        key !== undefined &&
        childText(parseXml(Object.values(files)[0] ?? ''), 'consumerKey') === key,
    );
  return taken ? [problemAt(childNamed(settings, 'consumerKey'), 'The consumer key is already taken')] : [];
}

/** An app names where the browser returns to, whichever flows it uses. */
function checkCallback(settings: XmlElement): ComponentProblem[] {
  const urls = (childText(settings, 'callbackUrl') ?? '').split(/\s+/).filter((url) => url !== '');
  if (urls.length === 0) return [problemAt(settings, 'Required field is missing: callbackUrl')];
  return urls
    .filter(
      (url) => !/^(?:https:\/\/|http:\/\/localhost(?:[:/]|$)|[a-z][\w.+-]*:\/\/(?<!http:\/\/))/i.test(url),
    )
    .map((url) =>
      problemAt(childNamed(settings, 'callbackUrl'), `callbackUrl must be https or localhost; found ${url}`),
    );
}

function checkCertificate(settings: XmlElement): ComponentProblem[] {
  const certificate = childText(settings, 'certificate');
  if (certificate === undefined) return [];
  try {
    new X509Certificate(toPem(certificate));
    return [];
  } catch {
    return [
      problemAt(childNamed(settings, 'certificate'), 'certificate is no X.509 certificate in PEM form'),
    ];
  }
}

/** The text may come with or without its BEGIN and END lines. */
function toPem(certificate: string): string {
  if (certificate.includes('BEGIN CERTIFICATE')) return certificate;
  return `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`;
}
