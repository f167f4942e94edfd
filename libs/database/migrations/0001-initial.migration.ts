import { Migration } from '@mikro-orm/migrations';

export class Migration0001Initial extends Migration {
  override up(): void {
    this.addSql(
      `create table "authorisations" ("id" varchar(255) not null, "person" varchar(255) not null, "agent" varchar(255) not null, "from_date" date not null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "authorisations_person_index" on "authorisations" ("person");`);
    this.addSql(`create index "authorisations_agent_index" on "authorisations" ("agent");`);
    this.addSql(
      `create table "cases" ("id" varchar(255) not null, "workflow" varchar(255) not null, "realm" varchar(255) not null, "version" int not null, "seq" int not null, "head_hash" varchar(255) not null, "status" varchar(255) not null, "stage" varchar(255) not null, "visibility" varchar(255) not null, "title" varchar(255) null, "unit" varchar(255) not null, "category" varchar(255) null, "policy" varchar(255) not null, "definition" int not null, "parent" varchar(255) null, "child_id" varchar(255) null, "child_token" varchar(255) null, "created_at" timestamptz(3) not null, "changed_at" timestamptz(3) not null, "next_due_at" timestamptz(3) null, "stuck_until" timestamptz(3) null, "stored" json not null, "clocks" json not null, primary key ("id"));`,
    );
    this.addSql(`create index "cases_due" on "cases" ("realm", "next_due_at") where "next_due_at" is not null;`);
    this.addSql(`create index "cases_by_unit" on "cases" ("unit", "created_at");`);
    this.addSql(`create index "cases_by_workflow" on "cases" ("workflow", "created_at");`);
    this.addSql(`create index "cases_by_age" on "cases" ("created_at", "id");`);
    this.addSql(`create index "cases_stuck" on "cases" ("realm", "stuck_until") where "stuck_until" is not null;`);
    this.addSql(`create index "cases_children" on "cases" ("parent") where "parent" is not null;`);
    this.addSql(
      `create table "case_clocks" ("case_id" varchar(255) not null, "clock" varchar(255) not null, "name" varchar(255) not null, "calendar" varchar(255) null, "state" varchar(255) not null, "armed_at" timestamptz(3) not null, "due_at" timestamptz(3) null, "next_at" timestamptz(3) null, primary key ("case_id", "clock"));`,
    );
    this.addSql(`create index "case_clocks_due" on "case_clocks" ("due_at");`);
    this.addSql(
      `create table "case_links" ("case_id" varchar(255) not null, "target" varchar(255) not null, "relation" varchar(255) not null, "since" timestamptz(3) not null, primary key ("case_id", "target", "relation"));`,
    );
    this.addSql(`create index "case_links_target_index" on "case_links" ("target");`);
    this.addSql(
      `create table "case_lookups" ("case_id" varchar(255) not null, "key" varchar(255) not null, "value" text not null, "realm" varchar(255) not null, "workflow" varchar(255) not null, "is_unique" boolean not null, primary key ("case_id", "key", "value"));`,
    );
    this.addSql(`create index "case_lookups_value" on "case_lookups" ("key", "value");`);
    this.addSql(
      `create unique index "case_lookups_unique" on "case_lookups" ("realm", "workflow", "key", "value") where "is_unique";`,
    );
    this.addSql(
      `create table "case_parties" ("case_id" varchar(255) not null, "relation" varchar(255) not null, "kind" varchar(255) not null, "subject" varchar(255) not null, primary key ("case_id", "relation", "kind", "subject"));`,
    );
    this.addSql(`create index "case_parties_subject" on "case_parties" ("subject", "relation");`);
    this.addSql(
      `create table "desk" ("case_id" varchar(255) not null, "seq" int not null, "n" int not null, "state" varchar(255) not null, "label" jsonb not null, "acts" jsonb not null, "who" jsonb not null, "role" varchar(255) null, "unit" varchar(255) not null, "persons" text[] null, "excluded" text[] not null, "clock" varchar(255) null, "due_at" timestamptz(3) null, "since" timestamptz(3) not null, primary key ("case_id", "seq", "n"));`,
    );
    this.addSql(`create index "desk_by_role" on "desk" ("role", "unit");`);
    this.addSql(`create index "desk_by_person" on "desk" using gin ("persons");`);
    this.addSql(
      `create table "duty_calls" ("id" varchar(255) not null, "case_id" varchar(255) not null, "unit" varchar(255) not null, "place" varchar(255) null, "title" varchar(255) not null, "officers" text[] not null, "at" timestamptz(3) not null, "answered_by" varchar(255) null, "answered_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "duty_calls_case_id_index" on "duty_calls" ("case_id");`);
    this.addSql(
      `create table "households" ("id" varchar(255) not null, "building" varchar(255) not null, "stairwell" varchar(255) not null, "premises" varchar(255) null, "flat" varchar(255) not null, "colour" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "households_building_index" on "households" ("building");`);
    this.addSql(`create index "households_stairwell_index" on "households" ("stairwell");`);
    this.addSql(`create index "households_premises_index" on "households" ("premises");`);
    this.addSql(
      `create table "idempotency" ("actor" varchar(255) not null, "key" varchar(255) not null, "body_hash" varchar(255) not null, "answer" jsonb not null, "at" timestamptz(3) not null, primary key ("actor", "key"));`,
    );
    this.addSql(`create index "idempotency_at_index" on "idempotency" ("at");`);
    this.addSql(
      `create table "incidents" ("id" varchar(255) not null, "realm" varchar(255) not null, "case_id" varchar(255) null, "outbox_id" varchar(255) null, "kind" varchar(255) not null, "workflow" varchar(255) not null, "name" varchar(255) not null, "error" text not null, "attempts" int not null, "since" timestamptz(3) not null, "status" varchar(255) not null, "decided_at" timestamptz(3) null, "decided_by" jsonb null, "note" text null, primary key ("id"));`,
    );
    this.addSql(`create index "incidents_case_id_index" on "incidents" ("case_id");`);
    this.addSql(
      `create unique index "incidents_open_fault" on "incidents" ("case_id", "name") where "status" = 'open' and "kind" = 'fault' and "case_id" is not null;`,
    );
    this.addSql(`create index "incidents_by_age" on "incidents" ("since", "id");`);
    this.addSql(
      `create table "journal" ("case_id" varchar(255) not null, "seq" int not null, "at" timestamptz(3) not null, "recorded_at" timestamptz(3) not null, "kind" varchar(255) not null, "by" jsonb not null, "body" json not null, "prev_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("case_id", "seq"));`,
    );
    this.addSql(
      `create table "letters" ("id" varchar(255) not null, "case_id" varchar(255) not null, "kind" text not null, "unit" varchar(255) null, "address" varchar(255) null, "text" varchar(255) null, "at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "letters_case_id_index" on "letters" ("case_id");`);
    this.addSql(
      `create table "messages" ("id" varchar(255) not null, "case_id" varchar(255) not null, "at" timestamptz(3) not null, "about" varchar(255) not null, "severity" varchar(255) null, "clock" varchar(255) null, "rung" varchar(255) null, "text" varchar(255) null, "person" varchar(255) null, "role" varchar(255) null, "unit" varchar(255) null, "excluded" text[] not null, primary key ("id"));`,
    );
    this.addSql(`create index "messages_case_id_index" on "messages" ("case_id");`);
    this.addSql(`create index "messages_person" on "messages" ("person", "at");`);
    this.addSql(`create index "messages_role" on "messages" ("role", "unit", "at");`);
    this.addSql(
      `create table "message_reads" ("message" varchar(255) not null, "person" varchar(255) not null, "at" timestamptz(3) not null, primary key ("message", "person"));`,
    );
    this.addSql(
      `create table "offices" ("id" varchar(255) not null, "person" varchar(255) not null, "unit" varchar(255) not null, "role" varchar(255) not null, "from_date" date not null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "offices_person_index" on "offices" ("person");`);
    this.addSql(`create index "offices_unit_role" on "offices" ("unit", "role");`);
    this.addSql(
      `create table "outbox" ("id" varchar(255) not null, "case_id" varchar(255) not null, "workflow" varchar(255) not null, "realm" varchar(255) not null, "seq" int not null, "n" int not null, "at" timestamptz(3) not null, "kind" varchar(255) not null, "name" varchar(255) not null, "payload" json not null, "status" varchar(255) not null, "attempts" int not null, "next_at" timestamptz(3) not null, "locked_until" timestamptz(3) null, "last_error" text null, "done_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "outbox_pending" on "outbox" ("realm", "next_at") where "status" = 'pending';`);
    this.addSql(`create index "outbox_of_case" on "outbox" ("case_id");`);
    this.addSql(
      `create table "ownerships" ("id" varchar(255) not null, "premises" varchar(255) not null, "person" varchar(255) not null, "from_date" date not null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "ownerships_premises_index" on "ownerships" ("premises");`);
    this.addSql(`create index "ownerships_person_index" on "ownerships" ("person");`);
    this.addSql(
      `create table "people" ("id" varchar(255) not null, "name" varchar(255) not null, "gender" text null, "birth_year" int null, "phone" varchar(255) null, "unit" varchar(255) not null, "household" varchar(255) null, "flags" text[] not null, primary key ("id"));`,
    );
    this.addSql(`create index "people_name_index" on "people" ("name");`);
    this.addSql(`create index "people_unit_index" on "people" ("unit");`);
    this.addSql(`create index "people_household_index" on "people" ("household");`);
    this.addSql(
      `create table "policies_in_force" ("id" varchar(255) not null, "workflow" varchar(255) not null, "unit" varchar(255) null, "since" timestamptz(3) not null, "policy" varchar(255) not null, "by" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "policies_in_force_where" on "policies_in_force" ("workflow", "unit", "since");`);
    this.addSql(
      `create table "policy_versions" ("id" varchar(255) not null, "workflow" varchar(255) not null, "name" varchar(255) not null, "body" json not null, "created_at" timestamptz(3) not null, "by" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "policy_versions_workflow_index" on "policy_versions" ("workflow");`);
    this.addSql(
      `create table "premises" ("id" varchar(255) not null, "building" varchar(255) not null, "stairwell" varchar(255) null, "number" varchar(255) not null, "floor" int not null, "area" int not null, "use" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "premises_building_index" on "premises" ("building");`);
    this.addSql(`create index "premises_stairwell_index" on "premises" ("stairwell");`);
    this.addSql(
      `create table "publications" ("id" varchar(255) not null, "case_id" varchar(255) not null, "issue" varchar(255) null, "unit" varchar(255) not null, "kind" text not null, "about" varchar(255) not null, "title" varchar(255) null, "text" varchar(255) null, "evidence" text[] not null, "blocking" boolean not null, "days" int not null, "at" timestamptz(3) not null, "removed_at" timestamptz(3) null, "outcome" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "publications_case_id_index" on "publications" ("case_id");`);
    this.addSql(`create index "publications_issue_index" on "publications" ("issue");`);
    this.addSql(`create index "publications_unit" on "publications" ("unit", "at");`);
    this.addSql(
      `create table "texts" ("id" varchar(255) not null, "case_id" varchar(255) not null, "salt" varchar(255) null, "digest" varchar(255) not null, "body" text null, "created_at" timestamptz(3) not null, "erased_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "texts_case_id_index" on "texts" ("case_id");`);
    this.addSql(
      `create table "units" ("id" varchar(255) not null, "parent" varchar(255) null, "kind" text not null, "name" varchar(255) not null, "path" text not null, "code" varchar(255) not null, "address" varchar(255) null, "phone" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "units_parent_index" on "units" ("parent");`);
    this.addSql(`alter table "units" add constraint "units_code_unique" unique ("code");`);
    this.addSql(`create index "units_path_prefix" on "units" ("path" text_pattern_ops);`);
    this.addSql(
      `create table "workflow_fingerprints" ("workflow" varchar(255) not null, "version" int not null, "fingerprint" varchar(255) not null, "since" timestamptz(3) not null, primary key ("workflow", "version"));`,
    );
    this.addSql(
      `alter table "households" add constraint "households_colour_check" check ("colour" in ('red', 'orange', 'yellow', 'blue', 'green'));`,
    );
    this.addSql(
      `alter table "letters" add constraint "letters_kind_check" check ("kind" in ('forward', 'supervision'));`,
    );
    this.addSql(`alter table "people" add constraint "people_gender_check" check ("gender" in ('female', 'male'));`);
    this.addSql(
      `alter table "premises" add constraint "premises_use_check" check ("use" in ('dwelling', 'shop', 'garage', 'common'));`,
    );
    this.addSql(
      `alter table "publications" add constraint "publications_kind_check" check ("kind" in ('news', 'notice'));`,
    );
    this.addSql(
      `alter table "units" add constraint "units_kind_check" check ("kind" in ('city', 'district', 'street', 'community', 'compound', 'grid', 'building', 'stairwell', 'department', 'company', 'organisation', 'body', 'branch'));`,
    );
  }
}
