import type { Label } from '#libs/engine';
import type { Duty, UnitKind } from '#libs/registry';

import type { Routed } from './router.service.js';
import type { Considered, Ground, Verdict } from './routing.vocabulary.js';

/** What a column of the duty matrix is called. */
export const DUTY_NAMES: Readonly<Record<Duty, Label>> = {
  build: { zh: '建', en: 'builds' },
  patrol: { zh: '巡', en: 'patrols' },
  maintain: { zh: '管', en: 'maintains' },
  approve: { zh: '批', en: 'approves' },
  handle: { zh: '办', en: 'handles' },
  assist: { zh: '协办', en: 'assists' },
};

const GROUND_WORDS: Readonly<Record<Ground, Label>> = {
  matrix: { zh: '权责清单', en: 'by the duty matrix' },
  street: { zh: '权责清单没有能承办的单位：由街道兜底', en: 'nobody in the duty matrix can: the street takes it' },
  district: {
    zh: '权责清单没有能承办的单位，也没有街道：由区兜底',
    en: 'nobody can and there is no street: the district takes it',
  },
  top: {
    zh: '没有能承办的单位，也没有街道和区：由最高一级兜底',
    en: 'no unit, street or district: the highest place takes it',
  },
  place: { zh: '上面没有任何单位：由所在地自己承办', en: 'nothing stands above the place: it keeps it' },
};

const VERDICT_WORDS: Readonly<Record<Verdict, Label>> = {
  won: { zh: '承办', en: 'has it' },
  assists: { zh: '协办', en: 'assists' },
  farther_matter: {
    zh: '只规定到上级类目，另有一条直接规定本事项',
    en: 'is for a heading; another field is for the matter itself',
  },
  farther_place: { zh: '另有一条规定到更近的地方', en: 'holds further up; another field holds nearer to the place' },
  for_all_places: {
    zh: '适用于所有地方，另有一条专门规定这类地方',
    en: 'is for all places; another field is for this kind of place',
  },
  maintains_only: {
    zh: '只说由谁管，另有一条说由谁办',
    en: 'says who maintains it; another field says who handles it',
  },
  same_rank: { zh: '与另一条同级', en: 'is as near as another field' },
  not_in_force: { zh: '当日不在有效期内', en: 'is not in force on the day' },
  other_place: { zh: '适用于别的地方', en: 'holds elsewhere' },
  other_kind_of_place: { zh: '适用于别的一类地方', en: 'is for another kind of place' },
  unit_closed: { zh: '所定单位当日已撤销或者尚未设立', en: 'names a unit that is not there on the day' },
  no_such_unit: { zh: '这个地方上面没有所定的一级', en: 'names a tier that does not stand above the place' },
  is_the_lead: { zh: '已经是承办单位', en: 'names the lead itself' },
  farther_assist: { zh: '另有更近的协办规定', en: 'is further away than other assists' },
};

const KIND_NAMES: Readonly<Partial<Record<UnitKind, Label>>> = {
  city: { zh: '市', en: 'city' },
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
};

/** One line for each field that was considered, the nearest first, and one for the owner. */
export function explanationOf(routed: Routed): Label[] {
  const { route } = routed;
  const name = nameOf(routed, route.lead.unit);
  const tier = route.tier === null ? undefined : KIND_NAMES[route.tier];
  const ground = GROUND_WORDS[route.lead.ground];
  const owner: Label = {
    zh: `承办：${name}${tier === undefined ? '' : `(${tier.zh})`}。依据：${ground.zh}。`,
    en: `${name}${tier === undefined ? '' : ` (${tier.en})`} handles it: ${ground.en}.`,
  };
  return [owner, ...route.considered.map((one) => lineOf(routed, one))];
}

/** What became of one field, in words. */
export function lineOf(routed: Routed, { duty, matter, unit, holder, insteadOf, verdict }: Considered): Label {
  const about = routed.matters.find(({ id }) => id === matter)?.name ?? { zh: matter, en: matter };
  const at = nameOf(routed, unit);
  const who = holder === null ? { zh: '无', en: 'nobody' } : { zh: nameOf(routed, holder), en: nameOf(routed, holder) };
  const words = VERDICT_WORDS[verdict];
  const before = insteadOf === null ? null : nameOf(routed, insteadOf);
  return {
    zh: `${at}“${about.zh}·${DUTY_NAMES[duty].zh}”为${who.zh}${before === null ? '' : `(承接${before})`}：${words.zh}。`,
    en: `At ${at}, “${about.en}”, ${DUTY_NAMES[duty].en}: ${who.en}${before === null ? '' : ` (took over from ${before})`} — ${words.en}.`,
  };
}

function nameOf({ units }: Routed, unit: string): string {
  return units.get(unit)?.name ?? unit;
}
