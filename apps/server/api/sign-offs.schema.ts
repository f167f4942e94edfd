import { z } from 'zod';

import { CASE_STATUSES } from '#libs/engine';
import { HANDS, STEP_LINE_STATES } from '#workflows/sign-off';
import { SEAL_KINDS } from '#workflows/seal';

import { instant, key } from './page.schema.js';

const day = z.iso.date();

/** `lift`, or with a version `lift@2`. */
export const templateParams = z.strictObject({
  template: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}(@[1-9]\d{0,8})?$/),
});

const unitName = z.string().nullable().describe('Name of the department; null: none is named yet');

const line = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SEAL_KINDS),
  unit: z.string().nullable(),
  unitName,
  state: z.enum(STEP_LINE_STATES).describe('`expired`: it ran out and is being renewed'),
  hand: z.enum(HANDS).describe('Who has it now'),
  doing: z.string().nullable().describe('State of the seal: what the hand is to do'),
  since: instant.describe('Since when it is in this hand, or in this state'),
  dueAt: instant.nullable().describe('Until when; null: no clock runs, or it stands still'),
  overdue: z.boolean(),
  case: z.string().nullable().describe('Case of the seal while it is out'),
  round: z.number().int(),
  seals: z.number().int(),
  affixed: z.number().int(),
  missing: z.array(z.string()).describe('Papers nobody has handed in, or the department still misses'),
  waitsFor: z.array(z.string()).describe('Steps it waits for'),
  number: z.string().nullable(),
  document: z.string().nullable(),
  validUntil: day.nullable(),
  days: z.number().int().nullable().describe('Calendar days from hand-in to the signature'),
  onCriticalPath: z.boolean(),
});

export const chainBody = z
  .object({
    case: z.string(),
    title: z.string().nullable(),
    unit: z.string(),
    unitName: z.string(),
    status: z.enum(CASE_STATUSES),
    stage: z.string(),
    template: z.string().nullable().describe('Template and version it was begun with'),
    trouble: z.string().nullable().describe('Why the template could not be used'),
    differences: z.array(z.object({ step: z.string(), from: unitName, to: unitName })),
    startedAt: instant,
    begunAt: instant.nullable(),
    endedAt: instant.nullable(),
    sittings: z.number().int(),
    percent: z.number().int().min(0).max(100),
    seals: z.object({ affixed: z.number().int(), wanted: z.number().int() }),
    counts: z.record(z.string(), z.number().int()),
    held: z.array(z.string()).describe('Steps in somebody’s hand, the longest waiting first'),
    next: z.array(z.string()).describe('Steps the next signatures may open'),
    criticalPath: z.object({ steps: z.array(z.string()), days: z.number().int() }),
    steps: z.array(line),
  })
  .meta({ id: 'Chain' });

const templateRow = z.object({
  template: z.string(),
  version: z.number().int(),
  unit: z.string().nullable(),
  name: z.string(),
  case: z.string().nullable(),
  savedAt: instant,
  steps: z.number().int(),
});
export const templateRows = z.object({ rows: z.array(templateRow) }).meta({ id: 'ChainTemplates' });
export const templateBody = z
  .object({
    ...templateRow.shape,
    steps: z.array(z.record(z.string(), z.json())).describe('Steps, with the days they usually take'),
    versions: z.array(templateRow),
  })
  .meta({ id: 'ChainTemplate' });

export const saveTemplateBody = z.strictObject({
  case: key.describe('A chain that is complete'),
  template: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .describe('Short name; the same name makes the next version'),
  name: z.string().trim().min(1).max(100),
});
export const savedTemplate = z.object({ template: z.string(), version: z.number().int() }).meta({ id: 'SavedChain' });

const amount = z.number().int().describe('In fen');
const writtenOff = amount.describe(
  'Cash that was taken and that nobody could count, written off by name; no part of what is paid',
);
const amounts = { share: amount, pledged: amount, paid: amount, writtenOff, refunded: amount };
export const costTableBody = z
  .object({
    case: z.string(),
    title: z.string().nullable(),
    unitName: z.string(),
    stage: z.string(),
    total: amount,
    pledged: amount,
    paid: amount,
    writtenOff,
    refunded: amount,
    unpledged: amount.describe('Shortfall: what nobody has pledged'),
    unpaid: amount.describe('What was written off included'),
    rows: z.array(z.object({ label: z.string().describe('Floor or flat'), flats: z.number().int(), ...amounts })),
  })
  .meta({ id: 'CostTable' });
