import { moveTo, viewBars } from '../csRenewalPipelineChartModel';
import { ROWS } from './rows';

const nothing = { period: '', band: '' };
const start = { row: 0, part: 0 };

describe('viewBars', () => {
  test('puts the parts of a bar one after the other', () => {
    expect(viewBars(ROWS, nothing, start)[0]?.drawn).toMatchObject([
      { x: '0%', width: '60%', className: 'part at-risk' },
      { x: '60%', width: '40%', className: 'part healthy' },
    ]);
  });

  test('keeps a sliver wide enough to be hit', () => {
    expect(viewBars(ROWS, nothing, start)[2]?.drawn[0]).toMatchObject({
      width: '1.5%',
      className: 'part no-band',
    });
  });

  test('marks the month that is chosen, and only the chosen band as pressed; the others step back', () => {
    const bars = viewBars(ROWS, { period: '2026-12', band: 'At Risk' }, start);
    expect(bars.map(({ pressed }) => pressed)).toEqual(['true', 'false', 'false']);
    expect(bars[0]?.drawn).toMatchObject([
      { pressed: 'true', className: 'part at-risk' },
      { pressed: 'false', className: 'part healthy other' },
    ]);
  });

  test.each([
    ['a month', { row: 1, part: 0 }],
    ['a part', { row: 0, part: 2 }],
    ['a month whose part is gone', { row: 1, part: 2 }],
  ])('has one stop of the keyboard, on %s', (_, place) => {
    const stops = viewBars(ROWS, nothing, place).flatMap(({ tabIndex, drawn }) => [
      tabIndex,
      ...drawn.map((part) => part.tabIndex),
    ]);
    expect(stops.filter((stop) => stop === '0')).toHaveLength(1);
  });
});

describe('moveTo', () => {
  test.each([
    ['ArrowDown', { row: 0, part: 2 }, { row: 1, part: 0 }],
    ['ArrowDown', { row: 2, part: 0 }, { row: 2, part: 0 }],
    ['ArrowUp', { row: 0, part: 1 }, { row: 0, part: 0 }],
    ['ArrowRight', { row: 0, part: 0 }, { row: 0, part: 1 }],
    ['ArrowRight', { row: 0, part: 2 }, { row: 0, part: 2 }],
    ['ArrowLeft', { row: 0, part: 1 }, { row: 0, part: 0 }],
    ['ArrowLeft', { row: 0, part: 0 }, { row: 0, part: 0 }],
    ['Home', { row: 2, part: 1 }, { row: 0, part: 0 }],
    ['End', { row: 0, part: 0 }, { row: 2, part: 0 }],
    ['Enter', { row: 0, part: 0 }, undefined],
  ])('%s from %j leads to %j', (key, place, expected) => {
    expect(moveTo(key, place, ROWS)).toEqual(expected);
  });
});
