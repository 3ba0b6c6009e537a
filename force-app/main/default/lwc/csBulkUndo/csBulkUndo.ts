/** The last change of many accounts that its user can still undo: kept, told of, and described. */
export { describeOperation, remaining } from './csBulkUndoModel';
export { keepOperation, lastOperation, onOperationKept } from './csBulkUndoStore';
