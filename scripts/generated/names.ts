// prettier-ignore
const FIRST = [
  'Amber', 'Arctic', 'Aspen', 'Birch', 'Bright', 'Cedar', 'Cobalt', 'Copper', 'Coral', 'Crescent', 'Crystal', 'Delta',
  'Eastern', 'Elm', 'Ember', 'Evergreen', 'Falcon', 'Golden', 'Granite', 'Harbor', 'Hazel', 'Indigo', 'Iron', 'Ivory',
  'Jade', 'Juniper', 'Lunar', 'Maple', 'Marble', 'Northern', 'Ocean', 'Olive', 'Onyx', 'Pacific', 'Pine', 'Prairie',
  'River', 'Silver', 'Summit', 'Willow',
];
// prettier-ignore
const SECOND = [
  'Bay', 'Bridge', 'Brook', 'Canyon', 'Castle', 'Cliff', 'Coast', 'Creek', 'Crest', 'Dale', 'Field', 'Forest', 'Gate',
  'Glen', 'Grove', 'Haven', 'Heights', 'Hill', 'Island', 'Lake', 'Ledge', 'Meadow', 'Mill', 'Moor', 'Oak', 'Peak',
  'Point', 'Pond', 'Port', 'Reef', 'Ridge', 'Rock', 'Shore', 'Spring', 'Stone', 'Valley', 'View', 'Water', 'Wood', 'Yard',
];
const TRADES = [
  { word: 'Logistics', industry: 'Transportation' },
  { word: 'Health', industry: 'Healthcare' },
  { word: 'Energy', industry: 'Energy' },
  { word: 'Insurance', industry: 'Insurance' },
  { word: 'Bank', industry: 'Banking' },
  { word: 'Retail', industry: 'Retail' },
  { word: 'Foods', industry: 'Food & Beverage' },
  { word: 'Software', industry: 'Technology' },
  { word: 'Media', industry: 'Media' },
  { word: 'Steel', industry: 'Manufacturing' },
] as const;

/** A made-up company: the same for the same number, and another for another below 16,000; from there on numbered. */
export function companyOf(index: number): { name: string; industry: string } {
  const first = FIRST[index % FIRST.length]!;
  const second = SECOND[Math.floor(index / FIRST.length) % SECOND.length]!;
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  const trade = TRADES[(index + round) % TRADES.length]!;
  const edition = Math.floor(round / TRADES.length);
  const suffix = edition === 0 ? '' : ` ${edition + 1}`;
  return { name: `${first} ${second} ${trade.word}${suffix}`, industry: trade.industry };
}
