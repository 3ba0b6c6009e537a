import type { PersonaKey } from './personas.ts';
import type { StoryName } from './stories/stories.ts';
import type { DemoAccount, Tier } from './types.ts';

type Row = readonly [
  name: string,
  industry: string,
  country: string,
  tier: Tier,
  arr: number,
  seats: number,
  csm: PersonaKey,
  renewalInDays: number | null,
  story: StoryName,
];

// prettier-ignore
const ROWS: readonly Row[] = [
  ['Northwind Logistics', 'Transportation', 'United States', 'Strategic', 640_000, 1200, 'dana', 42, 'championLeft'],
  ['Halcyon Health Group', 'Healthcare', 'United States', 'Strategic', 980_000, 2100, 'dana', 88, 'escalated'],
  ['Brightwater Energy', 'Energy', 'United Kingdom', 'Strategic', 720_000, 1500, 'dana', 201, 'expanding'],
  ['Meridian Mutual', 'Insurance', 'United States', 'Strategic', 850_000, 1800, 'dana', 20, 'renewalUnprepared'],
  ['Castellan Bank', 'Banking', 'Germany', 'Strategic', 1_150_000, 2600, 'dana', 263, 'steady'],
  ['Orbital Freight', 'Shipping', 'Netherlands', 'Strategic', 560_000, 900, 'dana', 312, 'outageRecovered'],
  ['Kestrel Aerospace', 'Engineering', 'France', 'Strategic', 910_000, 1400, 'dana', 97, 'turnaround'],
  ['Larkspur Retail', 'Retail', 'United States', 'Strategic', 480_000, 1100, 'dana', 55, 'leaving'],
  ['Vantage Telecom', 'Telecommunications', 'Spain', 'Strategic', 770_000, 2000, 'dana', 340, 'steady'],
  ['Summit Pharma', 'Biotechnology', 'Switzerland', 'Strategic', 690_000, 950, 'dana', 358, 'onboardingRising'],
  ['Juniper Foods', 'Food & Beverage', 'United States', 'Enterprise', 240_000, 420, 'marcus', 45, 'silent'],
  ['Pinecrest Insurance', 'Insurance', 'Canada', 'Enterprise', 310_000, 560, 'marcus', 118, 'slowDecline'],
  ['Atlas Machinery', 'Machinery', 'Germany', 'Enterprise', 275_000, 480, 'marcus', 176, 'lowAdoption'],
  ['Bluefin Media', 'Media', 'United Kingdom', 'Enterprise', 198_000, 350, 'marcus', 232, 'expanding'],
  ['Copperline Mining', 'Manufacturing', 'Australia', 'Enterprise', 260_000, 300, 'marcus', 61, 'championLeft'],
  ['Delphi University', 'Education', 'United States', 'Enterprise', 150_000, 900, 'marcus', 287, 'seasonal'],
  ['Evergreen Timber', 'Manufacturing', 'Finland', 'Enterprise', 172_000, 260, 'marcus', 144, 'gaps'],
  ['Fairhaven Hospitals', 'Healthcare', 'United States', 'Enterprise', 335_000, 720, 'marcus', 33, 'escalated'],
  ['Granite Construction Partners', 'Construction', 'United States', 'Enterprise', 228_000, 410, 'marcus', 209, 'steady'],
  ['Harborview Hotels', 'Hospitality', 'Portugal', 'Enterprise', 186_000, 380, 'marcus', 91, 'outageRecovered'],
  ['Ironbridge Steel', 'Manufacturing', 'Poland', 'Enterprise', 294_000, 450, 'marcus', 47, 'leaving'],
  ['Keystone Legal', 'Consulting', 'United States', 'Enterprise', 164_000, 210, 'marcus', 16, 'renewalUnprepared'],
  ['Lumen Electronics', 'Electronics', 'Japan', 'Enterprise', 305_000, 640, 'marcus', 251, 'steady'],
  ['Mosaic Apparel', 'Apparel', 'Italy', 'Enterprise', 142_000, 280, 'marcus', 129, 'turnaround'],
  ['Nimbus Analytics', 'Technology', 'Ireland', 'Growth', 96_000, 140, 'priya', 188, 'expanding'],
  ['Opaline Cosmetics', 'Retail', 'France', 'Growth', 64_000, 110, 'priya', 84, 'silent'],
  ['Paragon Sports', 'Recreation', 'United States', 'Growth', 58_000, 95, 'priya', 270, 'steady'],
  ['Quillon Publishing', 'Media', 'United Kingdom', 'Growth', 71_000, 120, 'priya', 38, 'lowAdoption'],
  ['Redwood Robotics', 'Technology', 'United States', 'Growth', 118_000, 160, 'priya', 349, 'onboardingRising'],
  ['Saffron Travel', 'Hospitality', 'India', 'Growth', 52_000, 130, 'priya', 110, 'seasonal'],
  ['Tidewater Charter Schools', 'Education', 'United States', 'Growth', 47_000, 240, 'priya', 222, 'seasonal'],
  ['Umbra Security', 'Technology', 'Israel', 'Growth', 134_000, 150, 'priya', 363, 'newlySigned'],
  ['Verdant Farms', 'Agriculture', 'United States', 'Growth', 43_000, 70, 'priya', 67, 'championLeft'],
  ['Willowbrook Clinics', 'Healthcare', 'Canada', 'Growth', 82_000, 170, 'priya', 195, 'gaps'],
  ['Xenial Software', 'Technology', 'Sweden', 'Scale', 24_000, 45, 'priya', 155, 'steady'],
  ['Yarrow Consulting', 'Consulting', 'United Kingdom', 'Scale', 18_000, 30, 'priya', 28, 'slowDecline'],
  ['Zephyr Wind', 'Environmental', 'Denmark', 'Scale', 29_000, 40, 'priya', 361, 'oneScore'],
  ['Amberline Charity', 'Not For Profit', 'United States', 'Scale', 12_000, 60, 'priya', 240, 'steady'],
  ['Birchwood Council', 'Government', 'United Kingdom', 'Scale', 27_000, 85, 'priya', 364, 'newlySigned'],
  ['Driftwood Ferries', 'Transportation', 'Norway', 'Growth', 88_000, 105, 'priya', -6, 'renewalLapsed'],
  ['Emberline Ceramics', 'Manufacturing', 'Spain', 'Growth', 51_000, 80, 'priya', null, 'openEnded'],
  ['Cobalt Games', 'Entertainment', 'Canada', 'Scale', 15_000, 25, 'priya', -58, 'churned'],
];

/** The accounts of the demo: who each one is and which story it tells. The key never changes. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = ROWS.map(
  ([name, industry, country, tier, arr, seats, csm, renewalInDays, story]) => ({
    key: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    name,
    industry,
    country,
    tier,
    arr,
    seats,
    csm,
    renewalInDays,
    story,
  }),
);
