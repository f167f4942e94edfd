import type { StoryFacts } from '#apps/platform';
import { z } from 'zod';

import type { StoryBody } from '../api/story.schema.js';
import { stageOf, type Workflows } from './case.view.js';
import { resultOf } from './story.timeline.js';
import { FIGURE_WORDS } from './story.words.js';

type Related = StoryBody['related'][number];
type Figure = Related['figures'][number];

/** A certificate of a vote, as far as its figures go. */
const certificate = z.object({
  tests: z.array(
    z.object({
      base: z.string(),
      counts: z.object({
        total: z.number(),
        participating: z.number(),
        yes: z.number(),
        no: z.number(),
        abstain: z.number(),
        void: z.number(),
      }),
    }),
  ),
});
const output = z.object({
  certificate: certificate.nullable().catch(null),
  objections: z.number().optional().catch(undefined),
  signatures: z.number().optional().catch(undefined),
  measures: z.array(z.string()).optional().catch(undefined),
  opinions: z.array(z.string()).optional().catch(undefined),
});

/** What belongs to a case: what of it may be opened with its title and results, of the rest that it is there. */
export function relatedOf({ related, names, workflowLabels }: StoryFacts, workflows: Workflows): Related[] {
  return related.map((row) => {
    const unit = row.doers[0] ?? row.unit;
    const isOver = row.status !== 'active';
    return {
      case: row.isOpen ? row.id : null,
      workflow: row.workflow,
      workflowLabel: workflowLabels.get(row.workflow) ?? { zh: row.workflow, en: row.workflow },
      relation: row.relation,
      title: row.isOpen ? row.title : null,
      status: row.status,
      stage: stageOf(workflows, row.workflow, row.stage),
      unit: { id: unit, name: names.get(unit) ?? '' },
      dueAt: isOver || row.isPaused ? null : row.dueAt,
      createdAt: row.createdAt,
      verdict: isOver ? resultOf(row.output, row.status) : null,
      figures: row.isOpen && isOver ? figuresOf(row) : [],
    };
  });
}

function figuresOf(row: { output: unknown; certificate: unknown }): Figure[] {
  const told = output.safeParse(row.output);
  const own = certificate.safeParse(row.certificate);
  const counted = own.success ? own.data : told.success ? told.data.certificate : null;
  const figures: Figure[] = [];
  for (const { base, counts } of counted?.tests ?? []) {
    // areas repeat what heads say in another measure: their turnout alone is told beside
    if (base === 'area') {
      figures.push(figure('turnoutArea', counts.participating, counts.total));
      continue;
    }
    if (figures.some(({ key }) => key === 'turnout')) continue;
    figures.push(
      figure('turnout', counts.participating, counts.total),
      figure('yes', counts.yes, counts.participating),
      figure('no', counts.no, counts.participating),
      figure('abstain', counts.abstain, counts.participating),
      figure('void', counts.void, counts.participating),
    );
  }
  if (!told.success) return figures;
  const { objections, signatures, measures, opinions } = told.data;
  if (objections !== undefined) figures.push(figure('objections', objections));
  if (signatures !== undefined) figures.push(figure('signatures', signatures));
  if (measures !== undefined) figures.push(figure('measures', measures.length));
  if (opinions !== undefined) figures.push(figure('opinions', opinions.length));
  return figures;
}

function figure(key: keyof typeof FIGURE_WORDS, value: number, of: number | null = null): Figure {
  return { key, label: FIGURE_WORDS[key], value, of };
}
