import { having, showing, type Shot } from './shot.ts';

/** The account page at its address. */
export function accountShots(at: string): readonly Shot[] {
  const prepare = async (page: Parameters<Shot['prepare']>[0]): Promise<void> => {
    await showing('What adds up to the score')(page);
    await having('c-cs-health-trend svg')(page);
  };
  return [
    { name: 'account-page', at, prepare, fullPage: true },
    { name: 'account-page-narrow', at, size: 'phone', prepare },
    {
      name: 'touchpoint-edit',
      at,
      part: 'c-cs-touchpoint',
      prepare: async (page) => {
        await page.getByRole('button', { name: 'Edit the next touchpoint' }).click();
        await page.getByLabel('Next touchpoint').waitFor();
      },
    },
  ];
}
