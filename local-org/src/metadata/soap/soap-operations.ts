import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import { deployResult } from '../deploy/deploy-result.ts';
import { readDeployOptions } from '../deploy/deploy-options.ts';
import type { DeployQueue } from '../deploy/deploy-queue.ts';
import { readMember } from '../types/component-type.ts';
import { describeMetadata } from '../retrieve/describe-metadata.ts';
import { listMetadata } from '../retrieve/list-metadata.ts';
import type { RetrieveStore } from '../retrieve/retrieve-store.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import type { XmlValue } from '../xml/write-xml.ts';
import { SoapFault } from './soap-envelope.ts';

/** What the operations of one org work on. */
export interface MetadataApi {
  org: Org;
  deploys: DeployQueue;
  retrieves: RetrieveStore;
}

type SoapOperation = (api: MetadataApi, user: UserContext, call: XmlElement) => XmlValue;

/** The calls that the sf CLI makes, by name. */
export const SOAP_OPERATIONS: Readonly<Record<string, SoapOperation>> = {
  deploy({ deploys }, user, call) {
    const options = childNamed(call, 'DeployOptions');
    const zip = Buffer.from(childText(call, 'ZipFile') ?? '', 'base64');
    const { id } = deploys.start(
      user,
      zip,
      readDeployOptions((name) => childText(options, name)),
    );
    return { done: false, id, state: 'Queued' };
  },
  checkDeployStatus({ deploys }, _user, call) {
    return deployResult(
      findDeploy(deploys, childText(call, 'asyncProcessId')),
      childFlag(call, 'includeDetails'),
    ) as unknown as XmlValue;
  },
  cancelDeploy({ deploys }, user, call) {
    const job = findDeploy(deploys, childText(call, 'String') ?? childText(call, 'asyncProcessId'));
    deploys.cancel(job, user);
    return { done: job.status === 'Canceled', id: job.id };
  },
  describeMetadata: () => describeMetadata() as unknown as XmlValue,
  listMetadata({ org }, _user, call) {
    const types = childrenNamed(call, 'queries').map((query) => childText(query, 'type') ?? '');
    return types.flatMap((type) => listMetadata(org, type)) as unknown as XmlValue;
  },
  retrieve({ retrieves }, _user, call) {
    const request = childNamed(call, 'retrieveRequest') ?? childNamed(call, 'request');
    const unpackaged = childNamed(request, 'unpackaged');
    if (!unpackaged) {
      throw new SoapFault('NOT_IMPLEMENTED', 'The local org retrieves by unpackaged types only.');
    }
    const members = childrenNamed(unpackaged, 'types').flatMap((types) =>
      childrenNamed(types, 'members').map((member) =>
        readMember(childText(types, 'name') ?? '', member.text.trim()),
      ),
    );
    const id = retrieves.start(members, {
      apiVersion: childText(unpackaged, 'version') ?? childText(request, 'apiVersion') ?? '66.0',
      singlePackage: childFlag(request, 'singlePackage'),
    });
    return { done: false, id, state: 'Queued' };
  },
  checkRetrieveStatus({ retrieves }, _user, call) {
    const id = childText(call, 'asyncProcessId') ?? '';
    const result = retrieves.find(id);
    if (!result) throw unknownJob(id);
    return result as unknown as XmlValue;
  },
};

function findDeploy(deploys: DeployQueue, id: string | undefined) {
  const job = id === undefined ? undefined : deploys.find(id);
  if (!job) throw unknownJob(id);
  return job;
}

function unknownJob(id: string | undefined): SoapFault {
  return new SoapFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id ?? ''}`);
}
