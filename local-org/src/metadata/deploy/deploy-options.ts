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

/** Builds the options from what a caller sent, by name. */
export function readDeployOptions(value: (name: string) => string | undefined): DeployOptions {
  const flag = (name: string): boolean => value(name) === 'true';
  const testLevel = value('testLevel');
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
