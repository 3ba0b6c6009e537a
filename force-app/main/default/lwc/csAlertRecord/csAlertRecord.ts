/** Alerts: how they are read, what their kinds are called, what a person may do about them, and how it is stored. */
export { changeOf, undoOf } from './csAlertActions';
export type { AlertAction, AlertChange } from './csAlertActions';
export { recordBehind, severityOf, SEVERITIES, typeOf, TYPES, whyRaised } from './csAlertKinds';
export type { Severity } from './csAlertKinds';
export { isIn, readAlert } from './csAlertNode';
export type { Alert, AlertNode, AlertRule, AlertState } from './csAlertNode';
export { saveAlerts } from './csAlertSave';
export type { AlertOutcome, AlertSave } from './csAlertSave';
