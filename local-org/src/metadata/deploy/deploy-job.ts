import type { UserContext } from '../../security/types.ts';
import type { DeployMessage } from './deploy-message.ts';
import type { DeployOptions } from './deploy-options.ts';

export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** One deploy as those who poll see it. */
export interface DeployJob {
  readonly id: string;
  readonly options: DeployOptions;
  readonly createdBy: { id: string; name: string };
  readonly createdDate: string;
  startDate?: string;
  completedDate?: string;
  lastModifiedDate: string;
  status: DeployStatus;
  stateDetail?: string;
  total: number;
  deployed: number;
  errors: number;
  messages: DeployMessage[];
  errorMessage?: string;
  errorStatusCode?: string;
  canceledBy?: { id: string; name: string };
  readonly zipSize: number;
  numberFiles?: number;
}

export function isDone({ status }: DeployJob): boolean {
  return !['Pending', 'InProgress', 'Canceling'].includes(status);
}

export function createDeployJob(
  id: string,
  user: UserContext,
  zip: Uint8Array,
  options: DeployOptions,
  now: string,
): DeployJob {
  return {
    id,
    options,
    createdBy: { id: user.userId, name: user.username },
    createdDate: now,
    lastModifiedDate: now,
    status: 'Pending',
    total: 0,
    deployed: 0,
    errors: 0,
    messages: [],
    zipSize: zip.byteLength,
  };
}
