import type { ObjectDef } from '../types.ts';
import { account } from './account.ts';
import { customNotificationType } from './custom-notification-type.ts';
import { event, task } from './activities.ts';
import { caseObject } from './case.ts';
import { contact } from './contact.ts';
import { opportunity } from './opportunity.ts';
import { organization } from './organization.ts';
import { profile, user, userRole } from './people.ts';
import {
  permissionSet,
  permissionSetAssignment,
  permissionSetLicense,
  permissionSetLicenseAssign,
} from './permission-sets.ts';
import { dashboard, folder, report } from './reports.ts';

/** The standard objects of the local org. One that is not here does not exist, and answers INVALID_TYPE. */
export const STANDARD_OBJECTS: readonly ObjectDef[] = [
  account,
  contact,
  caseObject,
  opportunity,
  task,
  event,
  user,
  userRole,
  profile,
  permissionSet,
  permissionSetAssignment,
  permissionSetLicense,
  permissionSetLicenseAssign,
  organization,
  folder,
  report,
  dashboard,
  customNotificationType,
];
