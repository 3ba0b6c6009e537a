import type { Story } from '../types.ts';
import { AT_RISK_STORIES } from './at-risk.ts';
import { GROWING_STORIES } from './growing.ts';
import { LITTLE_DATA_STORIES } from './little-data.ts';
import { STEADY_STORIES } from './steady.ts';

/** Every story of the demo by its name. */
export const STORIES = {
  ...AT_RISK_STORIES,
  ...GROWING_STORIES,
  ...STEADY_STORIES,
  ...LITTLE_DATA_STORIES,
} as const satisfies Record<string, Story>;

/** The name of a story. */
export type StoryName = keyof typeof STORIES;
