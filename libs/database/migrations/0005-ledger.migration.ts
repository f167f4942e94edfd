import { Migration } from '@mikro-orm/migrations';

export class Migration0005Ledger extends Migration {
  override up(): void {
    this.addSql(
      `create table "ledger_facts" ("case_id" varchar(255) not null, "realm" varchar(255) not null, "workflow" varchar(255) not null, "seq" int not null, "folds" int not null, "about" varchar(255) null, "facts" jsonb null, primary key ("case_id"));`,
    );
    this.addSql(`create index "ledger_facts_about" on "ledger_facts" ("about", "workflow") where "about" is not null;`);
    this.addSql(`create index "ledger_facts_workflow" on "ledger_facts" ("realm", "workflow", "case_id");`);
    this.addSql(
      `create table "ledger_numbers" ("case_id" varchar(255) not null, "realm" varchar(255) not null, "unit" varchar(255) not null, "year" int not null, "n" int not null, "number" varchar(255) not null, primary key ("case_id"));`,
    );
    this.addSql(
      `alter table "ledger_numbers" add constraint "ledger_numbers_n" unique ("realm", "unit", "year", "n");`,
    );
    this.addSql(
      `create table "ledger_entries" ("case_id" varchar(255) not null, "turn" smallint not null, "kind" text not null, "realm" varchar(255) not null, "is_last" boolean not null, "is_confidential" boolean not null, "issue" varchar(255) null, "unit" varchar(255) not null, "dispatcher" varchar(255) not null, "place" varchar(255) not null, "community" varchar(255) null, "street" varchar(255) null, "district" varchar(255) null, "category" varchar(255) null, "part" varchar(255) null, "opened_at" timestamptz(3) not null, "opened_month" int not null, "assigned_at" timestamptz(3) null, "assigned_month" int null, "accepted_at" timestamptz(3) null, "published_at" timestamptz(3) null, "published_month" int null, "finished_at" timestamptz(3) null, "finished_month" int null, "ended_at" timestamptz(3) null, "ended_month" int null, "ending" varchar(255) null, "response_due_at" timestamptz(3) null, "responded_at" timestamptz(3) null, "responded" smallint null, "due_at" timestamptz(3) null, "due_month" int null, "on_time" smallint null, "is_held" boolean not null, "held_minutes" int not null, "is_returned" smallint not null, "return_ground" varchar(255) null, "is_wrong" smallint null, "is_arbitrated" smallint not null, "is_redone" smallint null, "extensions" smallint not null, "is_supervised" smallint not null, "judged_month" int null, "asked" smallint not null, "reached" smallint not null, "answered" smallint not null, "silent" smallint not null, "solved" smallint null, "satisfied" smallint null, "is_called" smallint not null, "excluded" smallint not null, "excluded_by" jsonb null, primary key ("case_id", "turn"));`,
    );
    this.addSql(`create index "ledger_entries_opened" on "ledger_entries" ("realm", "opened_at", "case_id");`);
    this.addSql(`create index "ledger_entries_unit" on "ledger_entries" ("realm", "unit", "opened_at");`);
    this.addSql(`create index "ledger_entries_issue" on "ledger_entries" ("issue");`);
    for (const unit of ['dispatcher', 'community', 'street', 'district'])
      this.addSql(`create index "ledger_entries_${unit}" on "ledger_entries" ("realm", "${unit}", "opened_at");`);
    this.addSql(`create index "ledger_entries_ended" on "ledger_entries" ("realm", "ended_at");`);
    this.addSql(
      `create index "ledger_entries_unfinished" on "ledger_entries" ("realm", "due_month") where "on_time" is null and "due_at" is not null;`,
    );
    this.addSql(
      `create index "ledger_entries_unanswered" on "ledger_entries" ("realm", "opened_month") where "responded" is null and "response_due_at" is not null;`,
    );
    this.addSql(
      `create index "ledger_entries_confidential" on "ledger_entries" ("realm", "opened_month", "community") where "is_confidential";`,
    );
    this.addSql(
      `create table "ledger_sums" ("realm" varchar(255) not null, "axis" text not null, "key" varchar(255) not null, "month" int not null, "opened" int not null, "finished" int not null, "ended" int not null, "held" int not null, "supervised" int not null, "arbitrated" int not null, "asked" int not null, "reached" int not null, "answered" int not null, "silent" int not null, "callable" int not null, "called" int not null, "response_fits" int not null, "response_of" int not null, "response_out" int not null, "on_time_fits" int not null, "on_time_of" int not null, "on_time_out" int not null, "solved_fits" int not null, "solved_of" int not null, "solved_out" int not null, "satisfied_fits" int not null, "satisfied_of" int not null, "satisfied_out" int not null, "redo_fits" int not null, "redo_of" int not null, "redo_out" int not null, "return_fits" int not null, "return_of" int not null, "return_out" int not null, "extension_fits" int not null, "extension_of" int not null, "extension_out" int not null, "dispatch_fits" int not null, "dispatch_of" int not null, "dispatch_out" int not null, primary key ("realm", "axis", "key", "month"));`,
    );
    this.addSql(
      `alter table "ledger_sums" add constraint "ledger_sums_axis_check" check ("axis" in ('department', 'dispatcher', 'community', 'street', 'district', 'category', 'month'));`,
    );
    this.addSql(
      `create table "ledger_reconciliations" ("id" varchar(255) not null, "realm" varchar(255) not null, "unit" varchar(255) not null, "month" int not null, "content" json not null, "digest" varchar(255) not null, "differences" jsonb not null, "checked_by" varchar(255) not null, "checked_at" timestamptz(3) not null, "signed_by" varchar(255) null, "signed_at" timestamptz(3) null, "remark" text null, "key" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "ledger_reconciliations" add constraint "ledger_reconciliations_key" unique ("realm", "checked_by", "key");`,
    );
    this.addSql(`create index "ledger_reconciliations_unit" on "ledger_reconciliations" ("realm", "unit", "month");`);
    this.addSql(
      `create table "ledger_digests" ("realm" varchar(255) not null, "unit" varchar(255) not null, "period" text not null, "name" varchar(255) not null, "from_day" date not null, "to_day" date not null, "content" json not null, "digest" varchar(255) not null, "made_at" timestamptz(3) not null, primary key ("realm", "unit", "period", "name"));`,
    );
    this.addSql(
      `alter table "ledger_entries" add constraint "ledger_entries_kind_check" check ("kind" in ('issue', 'task'));`,
    );
    this.addSql(
      `alter table "ledger_digests" add constraint "ledger_digests_period_check" check ("period" in ('day', 'week', 'month', 'quarter'));`,
    );
  }
}
