/** How a report reached the community: the channels of the workflow of issues, the resident's own page first. */
export const CHANNELS = [
  'page',
  'counter',
  'patrol',
  'visit',
  'chat',
  'parlour',
  'group',
  'hotline',
  'paper',
  'device',
] as const;
export type Channel = (typeof CHANNELS)[number];
