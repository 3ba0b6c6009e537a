import type { StoryName } from './stories.ts';

/** One person's answers to the quarterly survey. */
export interface Voice {
  readonly score: number;
  /** Earlier answers, a quarter apart, newest first. */
  readonly before?: readonly number[];
  readonly comment?: string;
}

/**
 * What the people of a customer answer, story by story, those who are asked first in front: a small customer has the
 * first two of them, an enterprise five, a strategic one all seven. However many, they come to the NPS of the story.
 */
export const NPS_VOICES: Readonly<Partial<Record<StoryName, readonly Voice[]>>> = {
  championLeft: [
    {
      score: 5,
      before: [8, 9],
      comment:
        'It worked while there was someone here who knew it. Since she left nobody keeps the projects in order, the ' +
        'reports are half empty, and I would not know whom to ask on your side.',
    },
    { score: 4, before: [7, 8], comment: 'I inherited this tool and nobody has shown me what it is for.' },
    { score: 1, comment: 'My team went back to spreadsheets.' },
    { score: 2, before: [8] },
    { score: 7, comment: 'Fine for what it does. We hardly log in any more.' },
    { score: 9 },
    { score: 2 },
  ],
  escalated: [
    { score: 5, before: [8, 8], comment: 'Good people on your side, but the sync has to work. Every night.' },
    {
      score: 3,
      before: [7, 8],
      comment: 'Three weeks and still duplicate invoices. My team corrects them by hand.',
    },
    { score: 1, comment: 'I can no longer defend this to finance.' },
    {
      score: 8,
      before: [9],
      comment: 'I like the product. I do not like being the one who reports the bugs.',
    },
    { score: 3 },
    { score: 0, comment: 'We lost a day of orders.' },
    { score: 9 },
  ],
  leaving: [
    {
      score: 1,
      before: [5, 6],
      comment: 'We are looking at alternatives, and I would advise others to do the same.',
    },
    { score: 2, before: [4], comment: 'The totals are wrong and nobody can tell us why.' },
    { score: 0, comment: 'Too expensive for what we still use.' },
    { score: 1, before: [4] },
    { score: 3 },
    { score: 0 },
    { score: 2 },
  ],
  slowDecline: [
    { score: 5, before: [6, 7], comment: 'It does the job, but so would others.' },
    { score: 6, before: [7, 7] },
    { score: 4, before: [6], comment: 'We expected more to come after the first year.' },
    { score: 7 },
    { score: 4 },
    { score: 5 },
    { score: 6 },
  ],
  lowAdoption: [
    { score: 8, before: [8], comment: 'Lovely team. We have to get more people to use it.' },
    { score: 9, comment: 'The workshop helped a lot. Can we have one for the second team?' },
    { score: 7 },
    { score: 8 },
    { score: 9 },
    { score: 7 },
    { score: 8 },
  ],
  renewalUnprepared: [
    { score: 5, before: [7, 7], comment: 'Have not heard from you since spring.' },
    { score: 6, before: [7], comment: 'Decent, but I would compare prices before I recommend it.' },
    { score: 2, comment: 'We pay for modules that nobody opens.' },
    { score: 9 },
    { score: 4, before: [6] },
    { score: 1 },
    { score: 8 },
  ],
  expanding: [
    { score: 10, before: [10, 9], comment: 'We tell every partner about it. The next region cannot wait.' },
    { score: 10, before: [9, 9], comment: 'Best support of all our vendors.' },
    { score: 9, before: [9] },
    { score: 10, comment: 'Saved us two people in month-end closing.' },
    { score: 10 },
    { score: 10 },
    { score: 9 },
  ],
  outageRecovered: [
    {
      score: 2,
      before: [9, 9],
      comment: 'Six hours down on our busiest day. I had to explain it to the board.',
    },
    { score: 4, before: [8], comment: 'The apology was honest. The outage was still an outage.' },
    { score: 1, comment: 'Orders are still missing.' },
    { score: 0, before: [8] },
    { score: 8 },
    { score: 2 },
    { score: 6 },
  ],
  turnaround: [
    { score: 8, before: [5, 2], comment: 'The weekly calls turned this around.' },
    { score: 6, before: [4, 3], comment: 'Better every month. Ask me again in a quarter.' },
    { score: 7, before: [5] },
    { score: 9, comment: 'Our operations team would not want to go back.' },
    { score: 5, before: [3] },
    { score: 7 },
    { score: 8 },
  ],
  steady: [
    { score: 9, before: [9, 8], comment: 'Reliable, and someone answers when we call.' },
    { score: 10, before: [9] },
    { score: 9, comment: 'Does what it should. The reports could look nicer.' },
    { score: 8, before: [8] },
    { score: 9 },
    { score: 10 },
    { score: 8 },
  ],
  silent: [
    { score: 8, before: [8], comment: 'All good here, nothing to report.' },
    { score: 8 },
    { score: 7 },
    { score: 9 },
    { score: 8 },
  ],
  seasonal: [
    { score: 9, before: [8, 9], comment: 'Works every term. Archiving the old year could be easier.' },
    { score: 9, before: [9] },
    { score: 10, comment: 'Our teachers ask for it in the holidays.' },
    { score: 8 },
    { score: 9 },
  ],
  churned: [
    { score: 2, before: [4, 5], comment: 'We stopped using it before we stopped paying.' },
    { score: 3, before: [5], comment: 'Wrong tool for a team of our size.' },
  ],
  renewalLapsed: [
    {
      score: 8,
      before: [9],
      comment: 'It does its work. I did not know that our contract had run out: nobody has called.',
    },
    { score: 8, before: [8] },
  ],
  openEnded: [{ score: 9, before: [8], comment: 'Simple, and somebody answers when I call.' }, { score: 9 }],
};
