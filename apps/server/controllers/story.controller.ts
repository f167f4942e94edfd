import { Controller, Inject, Req } from '@nestjs/common';

import { findSimilar, Platform, readStory } from '#apps/platform';
import type { CovenantContext } from '#workflows/covenant';
import type { DeliberationContext } from '#workflows/deliberation';
import type { PetitionContext } from '#workflows/petition';

import { particularsEndpoints } from '../api/particulars.endpoints.js';
import type { ParticularsBody } from '../api/particulars.schema.js';
import { storyEndpoints as endpoints } from '../api/story.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { stageOf } from '../present/case.view.js';
import { presentCovenant, presentDeliberation, presentPetition } from '../present/particulars.view.js';
import { presentStory } from '../present/story.view.js';

/** Cases as residents read them. */
@Controller()
export class StoryController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readStory)
  async story(@Req() request: HttpRequest) {
    const { caller, params, query } = await this.gate.visit(endpoints.readStory, request);
    const actor = caller === null ? null : { ...caller, ...definedOf({ onBehalfOf: query.for }) };
    const facts = (await readStory(this.platform, params.id, actor)) ?? refuse('case.unknown');
    return presentStory(facts, this.platform.workflows);
  }

  @Route(endpoints.followCase)
  async follow(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(endpoints.followCase, request);
    const { reader, database, follows } = this.platform;
    const glanced = (await reader.glance(params.id, caller)) ?? refuse('case.unknown');
    if (glanced.view.visibility !== 'public') refuse('follow.not_public');
    await database.transaction((tx) => follows.follow(tx, caller.person, glanced.view));
    return this.followed(params.id, caller.person);
  }

  @Route(endpoints.unfollowCase)
  async unfollow(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(endpoints.unfollowCase, request);
    const { reader, database, follows, registry } = this.platform;
    if ((await reader.glance(params.id, caller)) === null) refuse('case.unknown');
    await database.transaction(async (tx) => {
      await follows.unfollow(tx, await registry.idsOf(tx, caller.person), params.id);
    });
    return this.followed(params.id, caller.person);
  }

  @Route(particularsEndpoints.readParticulars)
  async particulars(@Req() request: HttpRequest): Promise<ParticularsBody> {
    const { caller, params } = await this.gate.visit(particularsEndpoints.readParticulars, request);
    const { reader, cases } = this.platform;
    const { view, ids } = (await reader.see(params.id, caller)) ?? refuse('case.unknown');
    const { texts } = view;
    const context: unknown = view.context;
    const nothing: ParticularsBody = { petition: null, covenant: null, deliberation: null };
    if (view.workflow === 'petition') {
      // the policy is pinned beside the case, not in what it remembers
      const { shares } = cases.policies.body(view.policy) as PetitionContext['policy'];
      return { ...nothing, petition: presentPetition(context as PetitionContext, { texts, ids, shares }) };
    }
    if (view.workflow === 'covenant')
      return { ...nothing, covenant: presentCovenant(context as CovenantContext, { texts, ids }) };
    if (view.workflow !== 'deliberation') return nothing;
    const deliberation = context as DeliberationContext;
    const names = await reader.unitNames(deliberation.answers.flatMap(({ unit }) => unit ?? []));
    return { ...nothing, deliberation: presentDeliberation(deliberation, { texts, names }) };
  }

  private async followed(id: string, person: string) {
    const { database, follows, registry } = this.platform;
    const counted = await database.transaction(async (tx) => follows.count(tx, id, await registry.idsOf(tx, person)), {
      readOnly: true,
    });
    return { case: id, ...counted };
  }

  @Route(endpoints.findSimilar)
  async similar(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(endpoints.findSimilar, request);
    const question = { ...query, asker: caller?.person ?? null };
    const found = (await findSimilar(this.platform, question)) ?? refuse('resource.unknown');
    return {
      rows: found.map(({ stage, ...row }) => ({ ...row, stage: stageOf(this.platform.workflows, 'issue', stage) })),
    };
  }
}
