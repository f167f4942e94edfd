import { z } from 'zod';

import { CASE_STATUSES, SEVERITIES, VISIBILITIES } from '#libs/engine';
import { CASE_SORTS, ENTRY_KINDS } from '#libs/cases';

import { namedUnit } from './installation.schema.js';
import { anyJson, instant, key, label, pageOf, pageQuery } from './page.schema.js';

export const caseParams = z.strictObject({ id: key.describe('Id of the case') });

/** Reading as an authorised relative. */
export const forQuery = z.strictObject({
  for: key.optional().describe('Person who has authorised me: the case as they see it, with what I may do for them'),
});
export const journalQuery = pageQuery.extend({
  ...forQuery.shape,
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Only entries after this number: what happened since that version', type: 'integer' }),
});
const onBehalfOf = key
  .optional()
  .describe('Person it is done for, who has authorised me or whose word I enter as staff');

/** One or several, separated by commas. */
function several<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .string()
    .min(1)
    .max(2000)
    .transform((given) => [...new Set(given.split(',').filter((one) => one !== ''))])
    .pipe(z.array(item).min(1).max(20));
}

export const caseQuery = pageQuery.extend({
  workflow: several(key).optional().meta({ type: 'string', description: 'Name of a workflow, or several with commas' }),
  status: several(z.enum(CASE_STATUSES))
    .optional()
    .meta({ type: 'string', description: `${CASE_STATUSES.join(', ')}; several with commas` }),
  stage: several(key)
    .optional()
    .meta({ type: 'string', description: 'Key of a stage, such as `say`, or several with commas' }),
  state: key.optional().describe('A state that waits, as the desk and its counts name it'),
  sort: z
    .enum(CASE_SORTS)
    .optional()
    .describe(
      '`created` (default) and `changed`: newest first. `due`: what is due first first; only cases with a running clock',
    ),
  overdue: z.enum(['true', 'false']).optional().describe('Only open cases with a clock that is past'),
  party: key.optional().describe('Unit that is a party to the case, such as the department that does it'),
  count: z.enum(['true', 'false']).optional().describe('Also how many fit in all'),
  unit: key.optional().describe('Unit the case belongs to, with everything below it'),
  category: key.optional(),
  parent: key.optional().describe('Children of this case'),
  mine: z.enum(['true', 'false']).optional().describe('Only cases I am a party to'),
  for: key.optional().describe('Cases this person, who has authorised me, is a party to; what they see of them'),
  abilities: z.enum(['true', 'false']).optional().describe('With every case what I may do on it now'),
  lookup: z
    .string()
    .regex(/^[\w.-]{1,60}:.{1,200}$/u)
    .optional()
    .describe('`key:value` of a number another system or the ledger knows the case by'),
  text: z.string().min(1).max(200).optional().describe('Words in the title'),
  dueBefore: z.iso.datetime().optional().describe('Only cases with a clock due before this instant'),
});

const pause = {
  since: instant.nullable(),
  why: label.describe('As typed by whoever asked for it, where the caller may read that; else what is waited for'),
  until: instant.nullable().describe('When it goes on by itself at the latest; null: only by an act'),
};

/** What tables show beside a case. */
export const caseAnnex = z
  .object({
    unitName: z.string(),
    place: namedUnit.nullable(),
    category: label.nullable(),
    number: z.string().nullable().describe('Our account number'),
    numbers: z
      .array(z.object({ system: z.string(), number: z.string() }))
      .describe('Numbers others know it by; for those who work on cases'),
    holder: namedUnit.nullable().describe('Unit whose turn it is'),
    state: z.string().nullable(),
    waitsFor: label.nullable().describe('What it waits for first'),
    since: instant.nullable(),
    clock: label.nullable().describe('The clock that is due first'),
    dueAt: instant.nullable(),
    isOverdue: z.boolean(),
    paused: z
      .object({ clock: label, ...pause })
      .nullable()
      .describe('A clock that stands still, since when and why'),
  })
  .meta({ id: 'CaseAnnex' });

export const caseRow = z
  .object({
    id: z.string(),
    workflow: z.string(),
    version: z.number().int(),
    status: z.enum(CASE_STATUSES),
    stage: z.object({ key: z.string(), label }),
    title: z.string().nullable(),
    unit: z.string(),
    category: z.string().nullable(),
    visibility: z.enum(VISIBILITIES),
    createdAt: instant,
    changedAt: instant,
    nextDueAt: instant.nullable(),
    parent: z.string().nullable(),
    annex: caseAnnex.optional().describe('In lists'),
    abilities: z
      .array(z.object({ act: z.string(), label }))
      .optional()
      .describe('Acts the caller may do now, when asked for'),
  })
  .meta({ id: 'CaseRow' });
export type CaseRowBody = z.infer<typeof caseRow>;

export const casePage = pageOf(caseRow)
  .extend({
    total: z
      .object({ count: z.number().int(), isMore: z.boolean().describe('There are more than were counted') })
      .optional()
      .describe('When asked for'),
  })
  .meta({ id: 'CasePage' });

const rung = z.object({
  name: z.string(),
  severity: z.enum(SEVERITIES),
  at: instant.nullable().describe('Null while a pause holds it back'),
  fired: z.boolean(),
});

export const clockBody = z
  .object({
    clock: z.string(),
    name: z.string(),
    label,
    state: z.enum(['running', 'paused', 'due']),
    dueAt: instant,
    paused: z.object(pause).nullable().describe('While it stands still: since when and why'),
    unconfirmedYears: z.array(z.number().int()).describe('Years it depends on whose holidays nobody has confirmed'),
    armedAt: instant,
    rungs: z.array(rung),
    explanation: label.describe('Why it is due then, in words'),
  })
  .meta({ id: 'Clock' });

export const abilityBody = z
  .object({
    act: z.string(),
    label,
    help: label,
    confirm: z.boolean().describe('Irreversible: ask once, in words, before sending it'),
    input: anyJson.describe('JSON Schema (2020-12) of the act’s input'),
  })
  .meta({ id: 'Ability' });

const who = z.object({
  role: z.string().optional(),
  of: z.string().optional(),
  relation: z.string().optional(),
  not: z.array(z.string()).optional(),
});

export const caseBody = caseRow
  .omit({ abilities: true, annex: true })
  .extend({
    workflowLabel: label,
    states: z.array(z.object({ id: z.string(), label })),
    clocks: z.array(clockBody),
    abilities: z.array(abilityBody).describe('Acts the caller may do now'),
    awaits: z.array(
      z.object({
        state: z.string(),
        label,
        who: z.array(who),
        acts: z.array(z.string()),
        clock: z.string().optional(),
      }),
    ),
    children: z.array(
      z.object({
        id: z.string(),
        workflow: z.string(),
        status: z.enum(CASE_STATUSES),
        stage: z.string(),
        unit: z.string(),
      }),
    ),
    links: z.array(z.object({ to: z.string(), relation: z.string() })),
    /** Staff and parties only. */
    parties: z
      .array(z.object({ relation: z.string(), person: z.string().optional(), unit: z.string().optional() }))
      .optional()
      .describe('Who is related to it, and how; for those who work on it'),
    context: anyJson.optional().describe('What the workflow remembers; for those who work on it'),
    texts: z.record(z.string(), z.string().nullable()).describe('Free texts by id; null when erased'),
    policy: z.string().describe('Id of the pinned policy version'),
    definition: z.number().int().describe('Version of the workflow'),
    incidents: z.number().int().describe('Effects that failed for good and wait for somebody'),
  })
  .meta({ id: 'Case' });
export type CaseBody = z.infer<typeof caseBody>;

export const startBody = z.strictObject({
  workflow: key.describe('Name of the workflow'),
  input: z.record(z.string(), anyJson).default({}).describe('Input of the workflow, see GET /workflows/:name'),
  unit: key.optional().describe('Unit whose rules hold; default: the installation’s'),
  onBehalfOf,
});

export const actBody = z.strictObject({
  act: key.describe('Name of the act'),
  input: z.record(z.string(), anyJson).default({}).describe('Input of the act, see `abilities`'),
  onBehalfOf,
});

export const doneBody = z
  .object({
    id: z.string().describe('Id of the case'),
    version: z.number().int(),
    status: z.enum(CASE_STATUSES),
    stage: z.object({ key: z.string(), label }),
    repeated: z.boolean().describe('Answered from memory: this key was carried out before'),
    existing: z.boolean().describe('A start found the case by a unique number: nothing was written'),
    effects: z.array(z.object({ kind: z.string(), name: z.string(), id: z.string().optional() })),
  })
  .meta({ id: 'Done' });
export type DoneBody = z.infer<typeof doneBody>;

const actor = z.object({
  kind: z.enum(['person', 'system']),
  person: z.string().optional().describe('Left out for those who may not know'),
  onBehalfOf: z.string().optional(),
  name: z.string().optional(),
});

export const journalEntry = z
  .object({
    seq: z.number().int(),
    at: instant,
    kind: z.enum(ENTRY_KINDS),
    label: label.describe('What happened, in words'),
    act: z.string().optional(),
    by: actor,
    body: anyJson.optional().describe('Details; for those who work on the case'),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntry' });
export type JournalEntryBody = z.infer<typeof journalEntry>;
export const journalPage = pageOf(journalEntry).meta({ id: 'JournalPage' });

export const asOfParams = caseParams.extend({
  seq: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .meta({ type: 'integer', description: 'Number of the journal entry' }),
});

export const asOfBody = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    at: instant,
    status: z.enum(CASE_STATUSES),
    states: z.array(z.object({ id: z.string(), label })),
    acts: z.array(z.string()).describe('Acts the case would have taken, from whomever'),
    awaits: z.array(z.object({ state: z.string(), label, who: z.array(who), acts: z.array(z.string()) })),
    context: anyJson.optional(),
  })
  .meta({ id: 'CaseAsOf' });

export const casePathBody = z
  .object({
    rows: z.array(
      z.object({
        seq: z.number().int(),
        at: instant,
        states: z.array(z.string()).describe('Ids of the states it stood in afterwards, outer ones included'),
      }),
    ),
  })
  .meta({ id: 'CasePath' });

export const LANGUAGES_OF_CHARTS = ['zh', 'en'] as const;
export const chartQuery = z.strictObject({
  format: z.enum(['svg', 'mermaid', 'dot']).default('svg'),
  lang: z.enum(LANGUAGES_OF_CHARTS).optional().describe('Default: the language of the request'),
});
