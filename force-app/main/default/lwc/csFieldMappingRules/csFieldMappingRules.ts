export { TARGETS, fittingFields, ownFieldOf } from './targets';
export type { FieldInfo, OwnField, Target } from './targets';
export { checkRule, isReady } from './checkRule';
export type { Remark, Rule } from './checkRule';
export { convertOwn } from './convertOwn';
export type { Converted } from './convertOwn';
export { linesOf, textOfLines } from './valueLines';
export type { ValueLine } from './valueLines';
