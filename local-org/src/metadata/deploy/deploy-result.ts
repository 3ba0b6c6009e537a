import { isDone, type DeployJob } from './deploy-job.ts';
import type { DeployMessage } from './deploy-message.ts';

/**
 * A deploy as the API answers it, in SOAP and REST alike.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm
 */
export function deployResult(job: DeployJob, includeDetails: boolean) {
  return {
    checkOnly: job.options.checkOnly,
    ...(job.canceledBy ? { canceledBy: job.canceledBy.id, canceledByName: job.canceledBy.name } : {}),
    ...(job.completedDate ? { completedDate: job.completedDate } : {}),
    createdBy: job.createdBy.id,
    createdByName: job.createdBy.name,
    createdDate: job.createdDate,
    ...(includeDetails ? { details: details(job) } : {}),
    done: isDone(job),
    ...(job.errorMessage ? { errorMessage: job.errorMessage, errorStatusCode: job.errorStatusCode } : {}),
    id: job.id,
    ignoreWarnings: job.options.ignoreWarnings,
    lastModifiedDate: job.lastModifiedDate,
    numberComponentErrors: job.errors,
    numberComponentsDeployed: job.deployed,
    numberComponentsTotal: job.total,
    ...(job.numberFiles === undefined ? {} : { numberFiles: job.numberFiles }),
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: job.options.rollbackOnError,
    runTestsEnabled: false,
    ...(job.startDate ? { startDate: job.startDate } : {}),
    ...(job.stateDetail ? { stateDetail: job.stateDetail } : {}),
    status: job.status,
    success: job.status === 'Succeeded' || job.status === 'SucceededPartial',
    zipSize: job.zipSize,
  };
}

function details(job: DeployJob) {
  const lines = (success: boolean): DeployMessage[] =>
    isDone(job) ? job.messages.filter((message) => message.success === success) : [];
  return {
    componentFailures: lines(false),
    componentSuccesses: lines(true),
    // There is no Apex in the local org, so there are no tests to run.
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
}
