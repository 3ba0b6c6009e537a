import { saveEvent, saveTask } from './activity.ts';
import type { Behaviour } from './behaviour.ts';
import { saveCase } from './case.ts';
import { saveOpportunity } from './opportunity.ts';
import { savePersonName, saveUser } from './people.ts';
import { savePermissionSetAssignment } from './permission-set-assignment.ts';
import { savePermissionSetLicenseAssign } from './permission-set-license.ts';
import { saveUserRole } from './role.ts';

/** What the platform does on save, by standard object. */
export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  Case: saveCase,
  Contact: savePersonName,
  Event: saveEvent,
  Opportunity: saveOpportunity,
  PermissionSetAssignment: savePermissionSetAssignment,
  PermissionSetLicenseAssign: savePermissionSetLicenseAssign,
  Task: saveTask,
  User: saveUser,
  UserRole: saveUserRole,
};
