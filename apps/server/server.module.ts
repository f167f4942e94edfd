import { Module, type DynamicModule } from '@nestjs/common';

import { PlatformModule, type Platform } from '#apps/platform';

import { AccountDirectoryController } from './controllers/account-directory.controller.js';
import { AccountsController } from './controllers/accounts.controller.js';
import { AuthorisationsController } from './controllers/authorisations.controller.js';
import { BallotCollectingController } from './controllers/ballot-collecting.controller.js';
import { BallotRunningController } from './controllers/ballot-running.controller.js';
import { BodiesController } from './controllers/bodies.controller.js';
import { CallsController } from './controllers/calls.controller.js';
import { CasesController } from './controllers/cases.controller.js';
import { CatalogueController } from './controllers/catalogue.controller.js';
import { ChartsController } from './controllers/charts.controller.js';
import { DeliveriesController } from './controllers/deliveries.controller.js';
import { DeskController } from './controllers/desk.controller.js';
import { ErasureController } from './controllers/erasure.controller.js';
import { ExchangeController } from './controllers/exchange.controller.js';
import { FilesController } from './controllers/files.controller.js';
import { HomesController } from './controllers/homes.controller.js';
import { IncidentsController } from './controllers/incidents.controller.js';
import { HomeController } from './controllers/home.controller.js';
import { InsightController } from './controllers/insight.controller.js';
import { InstallationController } from './controllers/installation.controller.js';
import { MessagesController } from './controllers/messages.controller.js';
import { LedgerController } from './controllers/ledger.controller.js';
import { NotificationsController } from './controllers/notifications.controller.js';
import { NumbersController } from './controllers/numbers.controller.js';
import { OperationController } from './controllers/operation.controller.js';
import { OpinionController } from './controllers/opinion.controller.js';
import { PagesController } from './controllers/pages.controller.js';
import { PaperPrintsController } from './controllers/paper-prints.controller.js';
import { PartnersController } from './controllers/partners.controller.js';
import { PeopleController } from './controllers/people.controller.js';
import { PrintsController } from './controllers/prints.controller.js';
import { PrivacyController } from './controllers/privacy.controller.js';
import { ProcedureController } from './controllers/procedure.controller.js';
import { PublicationsController } from './controllers/publications.controller.js';
import { CalendarsController } from './controllers/calendars.controller.js';
import { RegistersController } from './controllers/registers.controller.js';
import { PoliciesController } from './controllers/policies.controller.js';
import { RegistryChangesController } from './controllers/registry-changes.controller.js';
import { RegistryController } from './controllers/registry.controller.js';
import { RostersController } from './controllers/rosters.controller.js';
import { RoutingController } from './controllers/routing.controller.js';
import { RulesController } from './controllers/rules.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SignOffsController } from './controllers/sign-offs.controller.js';
import { SingleSignOnController } from './controllers/single-sign-on.controller.js';
import { SlipsController } from './controllers/slips.controller.js';
import { StandingController } from './controllers/standing.controller.js';
import { StoryController } from './controllers/story.controller.js';
import { StreamController } from './controllers/stream.controller.js';
import { UnitsController } from './controllers/units.controller.js';
import { VisitsController } from './controllers/visits.controller.js';
import { VotingController } from './controllers/voting.controller.js';
import { WorkflowsController } from './controllers/workflows.controller.js';
import { BallotDesk } from './http/ballot-desk.js';
import { Callers } from './http/caller.service.js';
import { Gate } from './http/gate.js';
import { RegistryDesk } from './http/registry-desk.js';
import { RegistryGuard } from './http/registry-guard.js';
import { UndoGuard } from './http/undo-guard.js';
import { ApiDocument } from './openapi/api-document.service.js';

const CONTROLLERS = [
  AccountDirectoryController,
  AccountsController,
  AuthorisationsController,
  BallotCollectingController,
  BallotRunningController,
  BodiesController,
  CallsController,
  CasesController,
  CatalogueController,
  ChartsController,
  DeliveriesController,
  DeskController,
  ErasureController,
  ExchangeController,
  FilesController,
  HomesController,
  IncidentsController,
  HomeController,
  InsightController,
  InstallationController,
  LedgerController,
  MessagesController,
  NotificationsController,
  NumbersController,
  OperationController,
  OpinionController,
  PaperPrintsController,
  PartnersController,
  PeopleController,
  PrintsController,
  PrivacyController,
  ProcedureController,
  PublicationsController,
  CalendarsController,
  RegistersController,
  RostersController,
  RoutingController,
  RulesController,
  PoliciesController,
  RegistryChangesController,
  RegistryController,
  SessionController,
  SignOffsController,
  SingleSignOnController,
  SlipsController,
  StandingController,
  StoryController,
  StreamController,
  UnitsController,
  VisitsController,
  VotingController,
  WorkflowsController,
  // last: it takes every address nobody else has
  PagesController,
];

/** The platform with HTTP around it. */
@Module({})
export class ServerModule {
  /** Around an open platform; it is closed with the server. */
  static around(platform: Platform): DynamicModule {
    return {
      module: ServerModule,
      imports: [PlatformModule.around(platform)],
      controllers: CONTROLLERS,
      providers: [BallotDesk, Callers, Gate, RegistryDesk, RegistryGuard, UndoGuard, ApiDocument],
    };
  }
}
