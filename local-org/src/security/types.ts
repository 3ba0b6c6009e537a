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
  /** View All Data and Modify All Data count for records and objects, never for fields. */
  readonly viewAllData: boolean;
  readonly modifyAllData: boolean;
  hasSystemPermission(name: string): boolean;
  canObject(objectName: string, permission: ObjectPermission): boolean;
  canField(objectName: string, fieldName: string, access: 'read' | 'edit'): boolean;
}
