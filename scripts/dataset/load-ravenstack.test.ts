import { expect, test } from '@jest/globals';
import { loadRavenstack } from './load-ravenstack.ts';

test('a folder that is not there is named in one line, and no org is asked', async () => {
  const nobody = { instanceUrl: 'http://127.0.0.1:1', accessToken: 'unused' };
  await expect(loadRavenstack(nobody, '/no/such/folder', () => undefined)).rejects.toThrow(
    'There is no folder "/no/such/folder"; --from must name the folder that holds accounts.csv.',
  );
});
