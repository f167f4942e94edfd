import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { SEVERITIES } from '#libs/engine';
import { isListed } from '#libs/notify';

import { registerWorkflows } from '../workflows.catalogue.js';

interface Shape {
  properties?: Record<string, { enum?: string[]; const?: string }>;
}

/** Every key under which a workflow tells persons something. */
const told = [...registerWorkflows().values()].flatMap(({ workflow }) =>
  Object.values(workflow.effects).flatMap((effect) => {
    const { properties = {} } = z.toJSONSchema(effect, { io: 'input', unrepresentable: 'any' }) as Shape;
    const about = properties['about'];
    // what has evidence with it goes onto the public page, to nobody by name
    if (about === undefined || properties['evidence'] !== undefined) return [];
    return [...(about.enum ?? []), ...(about.const === undefined ? [] : [about.const])].map((key): [string, string] => [
      workflow.name,
      key,
    ]);
  }),
);

/** What handlers and services tell without a key in a workflow's effect. */
const BY_HAND = [
  'danger',
  'supervise',
  'invitation',
  'forwarded',
  'ballotAssisted',
  'contact_reply',
  'duty_rung',
  'duty_unanswered',
  'followed',
  'calendar_edited',
];

describe('what is said outside the pages', () => {
  test.each(BY_HAND)('has words for %s', (about) => {
    expect(isListed('issue', about)).toBe(true);
  });
  test.each(told)('has words for %s: %s', (workflow, about) => {
    expect(isListed(workflow, about)).toBe(true);
  });
  test.each(SEVERITIES)('has words for reminders as loud as %s', (severity) => {
    expect(isListed('task', `remind.${severity}`)).toBe(true);
  });
});
