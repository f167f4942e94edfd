import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { Json } from '#libs/engine';
import { differencesOf, type IdsOf, type RuleDraft, type RuleInForce } from '#libs/registers';

import { ruleEndpoints } from '../api/rules.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** What differs from version to version in any case. */
const ALWAYS_OTHER = ['version', 'confirmed'];

/** Decision rules: read by everybody, published and confirmed by two different people. */
@Controller()
export class RulesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(ruleEndpoints.listRules)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(ruleEndpoints.listRules, request);
    const on = query.on ?? this.desk.today();
    return this.desk.read(async (tx) => {
      const rules = await this.platform.registers.rules.list(tx, {
        lineage: await this.desk.lineage(tx, query.unit),
        on,
      });
      return { on, rows: await this.shown(tx, rules) };
    });
  }

  @Route(ruleEndpoints.listRuleVersions)
  async versions(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.visit(ruleEndpoints.listRuleVersions, request);
    const { rules } = this.platform.registers;
    return this.desk.read(async (tx) => {
      const question = { id: params.rule, lineage: await this.desk.lineage(tx, query.unit) };
      const versions = await rules.versions(tx, question);
      if (versions.length === 0) refuse('rule.unknown');
      const inForce = await rules.inForce(tx, { ...question, on: this.desk.today() });
      const rows = (await this.shown(tx, versions)).map((row, index) => {
        const before = versions[index - 1]?.rule;
        const changes = before === undefined ? [] : differencesOf(asJson(before), asJson(row.rule), ALWAYS_OTHER);
        return { ...row, isInForce: row.rule.version === inForce?.rule.version, changes };
      });
      return { rows };
    });
  }

  @Route(ruleEndpoints.publishRule)
  async publish(@Req() request: HttpRequest) {
    const { caller, body, reach } = await this.gate.enter(ruleEndpoints.publishRule, request);
    const { unit, base, reason } = body;
    const at = this.platform.now();
    return this.desk.transaction(async (tx) => {
      const lineage = await this.desk.placeOf(tx, unit, reach);
      // what is wrong in it is said by the schema of decision rules, with the place
      const draft = { rule: body.rule as unknown as RuleDraft['rule'], lineage, base, reason };
      const { rules } = this.platform.registers;
      return { rule: await rules.publish(tx, { ...draft, ...this.author(caller), at, on: this.desk.today() }) };
    });
  }

  @Route(ruleEndpoints.confirmRule)
  async confirm(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(ruleEndpoints.confirmRule, request);
    const { unit, version, law } = body;
    const at = this.platform.now();
    return this.desk.transaction(async (tx) => {
      const lineage = await this.desk.placeOf(tx, unit, reach);
      const cited = { id: params.rule, version, law, lineage };
      const { rules } = this.platform.registers;
      return { rule: await rules.confirm(tx, { ...cited, ...this.author(caller), at, on: this.desk.today() }) };
    });
  }

  /** Whose it is, under all records the registry has of them. */
  private author({ person }: { person: string }): { by: string; idsOf: IdsOf } {
    return { by: person, idsOf: (tx, of) => this.platform.registry.idsOf(tx, of) };
  }

  /** Without ids of people; who published or confirmed a rule stands behind it by name. */
  private async shown(tx: Tx, rules: readonly RuleInForce[]) {
    const names = await this.desk.names(
      tx,
      rules.flatMap(({ rule, source }) => [rule.confirmed?.by ?? [], source?.publishedBy ?? []].flat()),
    );
    return rules.map(({ rule: { confirmed, ...rule }, source }) => ({
      rule,
      source:
        source === null
          ? null
          : {
              unit: source.unit,
              publishedAt: source.publishedAt,
              publishedBy: names.get(source.publishedBy) ?? null,
              reason: source.reason,
              confirms: source.confirms,
              confirmedBy: confirmed === undefined ? null : (names.get(confirmed.by) ?? null),
            },
    }));
  }
}

/** A rule without what is undefined in it. */
function asJson(rule: object): Json {
  return JSON.parse(JSON.stringify(rule)) as Json;
}
