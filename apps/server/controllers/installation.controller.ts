import { Controller, Inject, Req } from '@nestjs/common';

import { emergencyNumbers, namesFor, Platform } from '#apps/platform';

import { installationEndpoints as endpoints } from '../api/installation.endpoints.js';
import type { InstallationBody } from '../api/installation.schema.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { ROLE_WORDS } from '../pages/role.words.js';

const NAME = { zh: '民议', en: 'Minyi' };
const ZONE = 'Asia/Shanghai';

/** What a page needs before it knows anything else. */
@Controller()
export class InstallationController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readInstallation)
  async read(@Req() request: HttpRequest): Promise<InstallationBody> {
    const { query } = await this.gate.visit(endpoints.readInstallation, request);
    const { version, now, config, database, registry } = this.platform;
    const emergency = (await emergencyNumbers(this.platform, query.unit)) ?? refuse('resource.unknown');
    const roots = await database.transaction((tx) => registry.roots(tx), { readOnly: true });
    return {
      name: NAME,
      version,
      now: now(),
      timeZone: ZONE,
      roots: roots.map(({ id, name, kind }) => ({ id, name, kind })),
      singleSignOn: config.accounts.singleSignOn?.label ?? null,
      emergency,
      demo: await this.demo(),
    };
  }

  @Route(endpoints.readNames)
  async names(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(endpoints.readNames, request);
    const question = { ids: query.ids, asker: caller?.person ?? null, caseId: query.case };
    return { rows: (await namesFor(this.platform, question)) ?? refuse('case.unknown') };
  }

  private async demo(): Promise<InstallationBody['demo']> {
    const { demo } = this.platform;
    if (demo === null) return null;
    const { people, password } = await demo.guests();
    return {
      password,
      people: people.map(({ key, id, name, title, offices }) => ({
        login: key,
        person: id,
        name,
        title,
        offices: offices.map(({ role, unit }) => ({
          role,
          roleLabel: ROLE_WORDS[role] ?? { zh: role, en: role },
          unit,
        })),
      })),
      year: demo.year(),
    };
  }
}
