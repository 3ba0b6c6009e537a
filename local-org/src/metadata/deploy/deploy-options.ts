import { notImplemented } from '../../errors.ts';

/** How a deploy is to go; absent options are false, as in the API. */
export interface DeployOptions {
  allowMissingFiles: boolean;
  checkOnly: boolean;
  ignoreWarnings: boolean;
  purgeOnDelete: boolean;
  rollbackOnError: boolean;
  singlePackage: boolean;
  testLevel?: string;
}

/**
 * Builds the options from what a caller sent, by name. There is no Apex here: a test level that finds no tests
 * to run passes, as in an org without Apex; tests asked for by name are refused.
 */
export function readDeployOptions(value: (name: string) => string | undefined): DeployOptions {
  const flag = (name: string): boolean => value(name) === 'true';
  const testLevel = value('testLevel');
  if (testLevel === 'RunSpecifiedTests')
    throw notImplemented('Apex tests, which testLevel RunSpecifiedTests names');
  return {
    allowMissingFiles: flag('allowMissingFiles'),
    checkOnly: flag('checkOnly'),
    ignoreWarnings: flag('ignoreWarnings'),
    purgeOnDelete: flag('purgeOnDelete'),
    rollbackOnError: flag('rollbackOnError'),
    singlePackage: flag('singlePackage'),
    ...(testLevel === undefined ? {} : { testLevel }),
  };
}
