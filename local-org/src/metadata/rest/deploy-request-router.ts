import express, { Router } from 'express';
import { notImplemented, SalesforceError } from '../../errors.ts';
import { authenticate } from '../../http/authenticate.ts';
import { userOf } from '../../http/user-of.ts';
import { deployResult } from '../deploy/deploy-result.ts';
import { readDeployOptions } from '../deploy/deploy-options.ts';
import type { DeployJob } from '../deploy/deploy-job.ts';
import { requireMetadataAccess } from '../require-metadata-access.ts';
import type { MetadataApi } from '../soap/soap-operations.ts';
import { readMultipart } from './read-multipart.ts';

const MAX_ZIP = '39mb';
const PATH = '/services/data/:version/metadata/deployRequest';

/**
 * Deploying over REST.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
export function deployRequestRouter({ org, deploys }: MetadataApi): Router {
  const router = Router();
  const loggedIn = authenticate(org);
  const findJob = (id: unknown): DeployJob => {
    const job = deploys.find(String(id));
    if (job) return job;
    throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
  };

  router.post(
    PATH,
    loggedIn,
    express.raw({ type: 'multipart/*', limit: MAX_ZIP }),
    async (request, response) => {
      const user = userOf(response);
      requireMetadataAccess(user);
      const body: unknown = request.body;
      const contentType = request.headers['content-type'] ?? '';
      if (isQuickDeploy(body)) throw notImplemented('quick deploys of an earlier validation');
      if (!Buffer.isBuffer(body)) {
        throw new SalesforceError(
          'UNSUPPORTED_MEDIA_TYPE',
          `Expected multipart/form-data, found ${contentType}`,
          {
            httpStatus: 415,
          },
        );
      }
      const { deployOptions, zip } = await readMultipart(body, contentType);
      const job = deploys.start(
        user,
        zip,
        readDeployOptions((name) => textOf(deployOptions[name])),
      );
      response.status(201).json(answer(job, false));
    },
  );

  router.get(`${PATH}/:id`, loggedIn, (request, response) => {
    requireMetadataAccess(userOf(response));
    response.json(answer(findJob(request.params['id']), request.query['includeDetails'] === 'true'));
  });

  router.patch(`${PATH}/:id`, loggedIn, (request, response) => {
    const user = userOf(response);
    requireMetadataAccess(user);
    const job = findJob(request.params['id']);
    const { deployResult: wanted } = (request.body ?? {}) as { deployResult?: { status?: string } };
    if (wanted?.status !== 'Canceling') {
      throw new SalesforceError('INVALID_FIELD', 'A deploy can only be set to deployResult.status Canceling');
    }
    deploys.cancel(job, user);
    response.status(202).json(answer(job, false));
  });
  return router;
}

function answer(job: DeployJob, includeDetails: boolean) {
  return {
    id: job.id,
    validatedDeployRequestId: null,
    deployOptions: job.options,
    deployResult: deployResult(job, includeDetails),
  };
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function isQuickDeploy(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'validatedDeployRequestId' in body;
}
