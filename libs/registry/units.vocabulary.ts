/** Id of a unit: a UUID in text. */
export type UnitId = string;

/**
 * What a unit is. Places nest (city → district → street → community → compound, neighbourhood, courtyard → grid → building →
 * stairwell; a street block lies beside communities); bodies, groups, Party branches, departments and companies hang where they
 * serve. A unit without parent is the root of a tenant: nothing is shared between two trees.
 */
export const UNIT_KINDS = [
  'city',
  'district',
  'street',
  'community',
  'streetBlock',
  'neighbourhood',
  'compound',
  'courtyard',
  'grid',
  'building',
  'stairwell',
  'department',
  'company',
  'organisation',
  'association',
  'body',
  'branch',
  'group',
  'taskForce',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Kinds that are assemblies of people: an office held in one counts at the place the body serves. */
export const BODY_KINDS: readonly UnitKind[] = ['body', 'branch', 'group', 'taskForce'];

/** How high a place stands: a place stands under a higher one only, those within a community also under one another. */
export const PLACE_RANKS: Readonly<Partial<Record<UnitKind, number>>> = {
  city: 0,
  district: 1,
  street: 2,
  community: 3,
  streetBlock: 3,
  neighbourhood: 4,
  compound: 4,
  courtyard: 4,
  grid: 4,
  building: 5,
  stairwell: 6,
};

/** Assemblies by the names neighbourhoods know them under. */
export const BODIES = {
  residentsAssembly: { zh: '居民会议', en: "Residents' assembly" },
  representativesMeeting: { zh: '居民代表会议', en: "Residents' representatives' meeting" },
  residentsGroup: { zh: '居民小组', en: "Residents' group" },
  residentsCommittee: { zh: '居民委员会', en: "Residents' committee" },
  council: { zh: '协商议事委员会', en: 'Consultative committee' },
  collectors: { zh: '民情收集团', en: 'Collectors' },
  deliberators: { zh: '民情议事团', en: 'Deliberators' },
  advisers: { zh: '民情顾问团', en: 'Advisers' },
  supervisors: { zh: '民情监督团', en: 'Supervisors' },
  oversight: { zh: '居务监督委员会', en: 'Oversight committee' },
  partyCommittee: { zh: '社区党委', en: 'Party committee of the community' },
  jointPartyCommittee: { zh: '社区大党委', en: 'Joint Party committee' },
  partyBranch: { zh: '党支部', en: 'Party branch' },
  ownersAssembly: { zh: '业主大会', en: "Owners' assembly" },
  ownersCommittee: { zh: '业主委员会', en: "Owners' committee" },
  partnerUnits: { zh: '互联共转单位', en: 'Partner units' },
  neighbourhoodCouncil: { zh: '邻里理事会', en: 'Neighbourhood council' },
  taskGroup: { zh: '工作专班', en: 'Task group' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type BodyKind = keyof typeof BODIES;
export const BODY_NAMES = Object.keys(BODIES) as BodyKind[];
