import { listFeatures } from '../featureAdoption';
import { weekOf } from './usagePeriods';

const TODAY = '2026-11-22';
const week = (start: string, features: Record<string, number> | null) => weekOf(start, 10, { features });

describe('features', () => {
  test('are told with uses and share of the newest month, since when, and until when', () => {
    const periods = [
      week('2026-11-15', { Search: 30, Reports: 10 }),
      week('2026-11-08', { Search: 20 }),
      week('2026-09-06', { Search: 5, Exports: 9 }),
    ];
    expect(listFeatures(periods, TODAY)).toEqual([
      {
        name: 'Search',
        uses: 50,
        share: 50 / 60,
        since: '2026-09-06',
        until: '2026-11-21',
        isFromStart: true,
      },
      {
        name: 'Reports',
        uses: 10,
        share: 10 / 60,
        since: '2026-11-15',
        until: '2026-11-21',
        isFromStart: false,
      },
      { name: 'Exports', uses: 0, share: 0, since: '2026-09-06', until: '2026-09-12', isFromStart: true },
    ]);
  });

  test('are none where no period names any', () => {
    expect(listFeatures([week('2026-11-15', null)], TODAY)).toEqual([]);
  });
});
