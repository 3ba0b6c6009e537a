import type { Schema } from '../schema/types.ts';

export type ObjectPermission = 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

/**
 * What one user may do, worked out from profile and permission sets.
 * Custom fields are visible to nobody until a permission set grants them, the system administrator
 * included, as after a metadata deploy to an org. Required, master-detail and system fields go with the object.
 */
export interface UserContext {
  readonly userId: string;
  readonly username: string;
  readonly profileName: string;
  /** The place in the role hierarchy; null sees and edits only what the user owns or is given. */
  readonly userRoleId: string | null;
  /** The schema that the answers below refer to. */
  readonly schema: Schema;
  /** View All Data and Modify All Data count for records and objects, never for fields. */
  readonly viewAllData: boolean;
  readonly modifyAllData: boolean;
  hasSystemPermission(name: string): boolean;
  canObject(objectName: string, permission: ObjectPermission): boolean;
  canField(objectName: string, fieldName: string, access: 'read' | 'edit'): boolean;
  /** Whether a tab is in the navigation bar of the apps that have it. */
  showsTab(name: string): boolean;
}

/** A permission set as deployed; names of objects and fields are API names (`Account.CS_ARR__c`). */
export interface PermissionSetDef {
  name: string;
  label: string;
  description?: string;
  license?: string;
  objectPermissions: {
    object: string;
    read: boolean;
    create: boolean;
    edit: boolean;
    delete: boolean;
    viewAll: boolean;
    modifyAll: boolean;
  }[];
  fieldPermissions: { field: string; readable: boolean; editable: boolean }[];
  systemPermissions: string[];
  tabSettings: { tab: string; visibility: 'Available' | 'None' | 'Visible' }[];
  applicationVisibilities: { application: string; visible: boolean }[];
}

export interface PermissionSetWriter {
  /** Creates or replaces by name; keeps the record Id and its assignments. */
  savePermissionSet(definition: PermissionSetDef): void;
  removePermissionSet(name: string): void;
}
