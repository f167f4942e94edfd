import type { Home, HomeCase } from '#apps/platform';
import type { Label } from '#libs/engine';

import type { HomeBody } from '../api/home.schema.js';
import { stageOf, type Workflows } from './case.view.js';

const DAY_MS = 86_400_000;
const FOLLOWER: Label = { zh: '关注', en: 'follower' };

/** The first page in the words of pages. */
export function presentHome(home: Home, { workflows, now }: { workflows: Workflows; now: string }): HomeBody {
  const { names, community } = home;
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const card = (one: HomeCase) => cardOf(one, { workflows, now });
  return {
    person: home.person,
    units: home.units.map(({ id, name, kind, phone }) => ({ id, name, kind, phone })),
    community: community === null ? null : { id: community.id, name: community.name },
    unread: home.unread,
    mine: home.mine.map(card),
    needs: home.needs.map(card),
    reviews: home.reviews.map(card),
    recent: home.recent.map(card),
    ballots: home.ballots.map(({ unit, ...ballot }) => ({ ...ballot, unit: named(unit) })),
    notices: home.notices.map((row) => {
      const until = new Date(Date.parse(row.at) + row.days * DAY_MS).toISOString();
      return {
        publication: row.id,
        case: row.isOpen ? row.caseId : null,
        issue: row.issue,
        title: row.titleWords,
        text: row.words,
        unit: named(row.unit),
        at: row.at,
        until,
        daysLeft: Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / DAY_MS)),
        blocking: row.blocking,
        acts: actsOf(workflows, 'notice', row.abilities),
      };
    }),
    consultations: home.consultations.map((one) => ({
      case: one.id,
      title: one.title,
      unit: one.unit,
      label: one.waitsFor ?? stageOf(workflows, one.workflow, one.stage).label,
      closesAt: one.dueAt,
      statements: one.statements,
      acts: actsOf(workflows, one.workflow, one.abilities),
    })),
    numbers: numbersOf(home, workflows),
  };
}

function cardOf(one: HomeCase, { workflows, now }: { workflows: Workflows; now: string }): HomeBody['mine'][number] {
  const relations = workflows.get(one.workflow)?.workflow.texts.relations ?? {};
  const isOpen = one.status === 'active';
  return {
    case: one.id,
    workflow: one.workflow,
    title: one.title,
    status: one.status,
    stage: stageOf(workflows, one.workflow, one.stage),
    unit: one.unit,
    place: one.place,
    category: one.category,
    createdAt: one.createdAt,
    changedAt: one.changedAt,
    dueAt: isOpen ? one.dueAt : null,
    isLate: isOpen && one.dueAt !== null && one.dueAt < now,
    waitsFor: isOpen ? one.waitsFor : null,
    supporters: one.supporters,
    photo: one.photo === null ? null : `/api/v1/files/${encodeURIComponent(one.photo)}/content?size=thumbnail`,
    relations: one.relations.map((key) => ({
      key,
      label: key === 'follower' ? FOLLOWER : (relations[key] ?? { zh: key, en: key }),
    })),
    acts: actsOf(workflows, one.workflow, one.abilities),
  };
}

function actsOf(workflows: Workflows, workflow: string, acts: readonly string[]): { act: string; label: Label }[] {
  const declared = workflows.get(workflow)?.workflow.acts ?? {};
  return acts.map((act) => ({ act, label: declared[act]?.label ?? { zh: act, en: act } }));
}

function numbersOf({ stages }: Home, workflows: Workflows): HomeBody['numbers'] {
  const open = stages.filter(({ status }) => status === 'active');
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    open: sum(open.map(({ count }) => count)),
    overdue: sum(open.map(({ overdue }) => overdue)),
    done: sum(stages.filter(({ status }) => status === 'done').map(({ count }) => count)),
    byStage: open.map(({ stage, count }) => ({ ...stageOf(workflows, 'issue', stage), count })),
  };
}
