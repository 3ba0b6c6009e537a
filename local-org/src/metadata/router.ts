import { randomInt } from 'node:crypto';
import { Router } from 'express';
import { makeId } from '../ids.ts';
import type { Org } from '../org.ts';
import { createDeployQueue } from './deploy/deploy-queue.ts';
import { deployRequestRouter } from './rest/deploy-request-router.ts';
import { createRetrieveStore } from './retrieve/retrieve-store.ts';
import { soapRouter } from './soap/soap-router.ts';

const DEPLOY_KEY_PREFIX = '0Af';
const RETRIEVE_KEY_PREFIX = '09S';
/** Ids of requests are drawn, so that one of an earlier process is not taken for one of this. */
const ID_SPACE = 2 ** 40;

/** The Metadata API: deploy, retrieve, list and describe over SOAP, deploy over REST. */
export function metadataRouter(org: Org): Router {
  const nextId = (keyPrefix: string) => (): string => makeId(keyPrefix, randomInt(ID_SPACE));
  const api = {
    org,
    deploys: createDeployQueue(org, nextId(DEPLOY_KEY_PREFIX)),
    retrieves: createRetrieveStore(org, nextId(RETRIEVE_KEY_PREFIX)),
  };
  return Router().use(soapRouter(api)).use(deployRequestRouter(api));
}
