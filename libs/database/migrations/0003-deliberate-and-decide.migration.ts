import { Migration } from '@mikro-orm/migrations';

export class Migration0003DeliberateAndDecide extends Migration {
  override up(): void {
    this.addSql(
      `create table "ballots" ("id" varchar(255) not null, "unit" varchar(255) not null, "title" jsonb not null, "question" jsonb not null, "rule" jsonb not null, "roll" jsonb not null, "secret" boolean not null, "policy" jsonb not null, "status" text not null, "on_date" date not null, "drawing" varchar(255) null, "doubts" jsonb not null, "opened_at" timestamptz(3) null, "closes_at" timestamptz(3) null, "closed_at" timestamptz(3) null, "counted_at" timestamptz(3) null, "opening_fingerprint" varchar(255) null, "final_fingerprint" varchar(255) null, "decision" jsonb null, primary key ("id"));`,
    );
    this.addSql(`create index "ballots_unit_index" on "ballots" ("unit");`);
    this.addSql(
      `create table "ballot_appeals" ("id" varchar(255) not null, "ballot" varchar(255) not null, "person" varchar(255) not null, "entry" varchar(255) null, "about" text not null, "text" text null, "at" timestamptz(3) not null, "state" text not null, "answer" text null, "answered_by" varchar(255) null, "answered_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "ballot_appeals_ballot_index" on "ballot_appeals" ("ballot");`);
    this.addSql(`create index "ballot_appeals_person_index" on "ballot_appeals" ("person");`);
    this.addSql(
      `create table "ballot_contests" ("id" varchar(255) not null, "ballot" varchar(255) not null, "entry" varchar(255) not null, "by" varchar(255) not null, "against" text[] not null, "reason" text null, "at" timestamptz(3) not null, "outcome" text null, "ground" text null, "settled_by" varchar(255) null, "settled_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "ballot_contests_by_index" on "ballot_contests" ("by");`);
    this.addSql(`create index "ballot_contests_entry" on "ballot_contests" ("ballot", "entry");`);
    this.addSql(
      `create table "ballot_entries" ("ballot" varchar(255) not null, "entry" varchar(255) not null, "key" text not null, "heads" bigint null, "area" bigint null, "households" bigint null, "members" bigint null, "present" bigint null, "casters" text[] not null, "building" varchar(255) null, "stairwell" varchar(255) null, "premises" text[] not null, "household" varchar(255) null, "doubts" text[] not null, "is_contested" boolean not null, "is_removed" boolean not null, primary key ("ballot", "entry"));`,
    );
    this.addSql(`create index "ballot_entries_casters" on "ballot_entries" using gin ("casters");`);
    this.addSql(`create index "ballot_entries_place" on "ballot_entries" ("ballot", "building");`);
    this.addSql(`alter table "ballot_entries" add constraint "ballot_entries_key" unique ("ballot", "key");`);
    this.addSql(
      `create table "ballot_keys" ("ballot" varchar(255) not null, "sealed" text not null, primary key ("ballot"));`,
    );
    this.addSql(
      `create table "ballot_marks" ("ballot" varchar(255) not null, "entry" varchar(255) not null, primary key ("ballot", "entry"));`,
    );
    this.addSql(
      `create table "ballot_papers" ("ballot" varchar(255) not null, "entry" varchar(255) not null, "choice" jsonb null, "envelope" bytea null, "tracker" varchar(255) null, "lock" varchar(255) not null, "replaced" varchar(255) null, "last_key" varchar(255) not null, "request" varchar(255) null, "caster" varchar(255) null, "by" varchar(255) null, "witness" varchar(255) null, "file" varchar(255) null, "channel" text not null, "state" text not null, "revision" int not null, "cast_at" timestamptz(3) not null, primary key ("ballot", "entry"));`,
    );
    this.addSql(`alter table "ballot_papers" add constraint "ballot_papers_receipt" unique ("lock");`);
    this.addSql(
      `create table "ballot_proxies" ("id" varchar(255) not null, "ballot" varchar(255) not null, "entry" varchar(255) not null, "giver" varchar(255) not null, "holder" varchar(255) not null, "file" varchar(255) null, "entered_by" varchar(255) not null, "at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "revoked_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "ballot_proxies_giver_index" on "ballot_proxies" ("giver");`);
    this.addSql(`create index "ballot_proxies_holder_index" on "ballot_proxies" ("holder");`);
    this.addSql(`create index "ballot_proxies_entry" on "ballot_proxies" ("ballot", "entry");`);
    this.addSql(
      `create table "ballot_published" ("ballot" varchar(255) not null, "id" varchar(255) not null, "choice" jsonb not null, "tracker" varchar(255) not null, primary key ("ballot", "id"));`,
    );
    this.addSql(
      `create table "ballot_roll_changes" ("ballot" varchar(255) not null, "n" int not null, "kind" text not null, "ground" text not null, "entry" varchar(255) not null, "before" jsonb null, "after" jsonb null, "wanted" jsonb null, "reason" text null, "appeal" varchar(255) null, "state" text not null, "proposed_by" varchar(255) not null, "proposed_at" timestamptz(3) not null, "decided_by" varchar(255) null, "decided_at" timestamptz(3) null, "place" int null, "on_date" date null, primary key ("ballot", "n"));`,
    );
    this.addSql(
      `create table "ballot_transcriptions" ("ballot" varchar(255) not null, "slip" varchar(255) not null, "turn" int not null, "by" varchar(255) not null, "caster" varchar(255) null, "choice" text not null, "file" varchar(255) null, "at" timestamptz(3) not null, primary key ("ballot", "slip", "turn"));`,
    );
    this.addSql(
      `create table "opinion_deliberations" ("id" varchar(255) not null, "unit" varchar(255) not null, "status" text not null, "rule" jsonb not null, "opened_at" timestamptz(3) not null, "closed_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `create table "opinion_history" ("deliberation" varchar(255) not null, "person" varchar(255) not null, "statement" int not null, "revision" int not null, "position" smallint not null, "at" timestamptz(3) not null, primary key ("deliberation", "person", "statement", "revision"));`,
    );
    this.addSql(
      `create table "opinion_pictures" ("deliberation" varchar(255) not null, "version" int not null, "at" timestamptz(3) not null, "stamp" varchar(255) not null, "picture" json not null, "model" json not null, primary key ("deliberation"));`,
    );
    this.addSql(
      `create table "opinion_positions" ("deliberation" varchar(255) not null, "person" varchar(255) not null, "statement" int not null, "position" smallint not null, "revision" int not null, "at" timestamptz(3) not null, primary key ("deliberation", "person", "statement"));`,
    );
    this.addSql(
      `create table "opinion_statements" ("deliberation" varchar(255) not null, "number" int not null, "text" text null, "author" varchar(255) null, "state" text not null, "reason" text null, "moderated_by" varchar(255) null, "moderated_at" timestamptz(3) null, "merge_into" int null, "consent_of_author" boolean null, "consent_of_other" boolean null, "said_at" timestamptz(3) not null, "said_key" varchar(255) not null, primary key ("deliberation", "number"));`,
    );
    this.addSql(`create index "opinion_statements_author_index" on "opinion_statements" ("author");`);
    this.addSql(
      `alter table "opinion_statements" add constraint "opinion_statements_key" unique ("deliberation", "said_key");`,
    );
    this.addSql(
      `create table "decision_rules" ("rule" varchar(255) not null, "version" int not null, "unit" varchar(255) null, "body" jsonb not null, "valid_from" date not null, "valid_to" date null, "published_at" timestamptz(3) not null, "published_by" varchar(255) not null, "reason" text not null, "confirms" int null, primary key ("rule", "version"));`,
    );
    this.addSql(`create index "decision_rules_in_force" on "decision_rules" ("rule", "unit", "version");`);
    this.addSql(
      `create table "register_counters" ("unit" varchar(255) not null, "kind" text not null, "year" int not null, "last" int not null, primary key ("unit", "kind", "year"));`,
    );
    this.addSql(
      `create table "register_documents" ("id" varchar(255) not null, "unit" varchar(255) not null, "body" jsonb not null, "made_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create table "register_entries" ("id" varchar(255) not null, "unit" varchar(255) not null, "kind" text not null, "year" int not null, "n" int not null, "number" varchar(255) not null, "version" int not null, "state" text not null, "entered_at" timestamptz(3) not null, "ended_on" date null, "ended_by" varchar(255) null, "end_reason" text null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "register_entries" add constraint "register_entries_number" unique ("unit", "kind", "year", "n");`,
    );
    this.addSql(
      `create table "register_signatures" ("id" varchar(255) not null, "entry" varchar(255) not null, "version" int not null, "person" varchar(255) not null, "capacity" text not null, "office" varchar(255) null, "is_named" boolean not null, "signed_at" timestamptz(3) not null, "withdrawn_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "register_signatures_person_index" on "register_signatures" ("person");`);
    this.addSql(
      `create unique index "register_signatures_standing" on "register_signatures" ("entry", "version", "person", "capacity") where "withdrawn_at" is null;`,
    );
    this.addSql(
      `create table "register_versions" ("entry" varchar(255) not null, "version" int not null, "title" text not null, "text" text not null, "document" varchar(255) null, "case_id" varchar(255) not null, "decided_by" varchar(255) null, "certificate" jsonb null, "adopted_on" date not null, "in_force_from" date not null, "checked_by" varchar(255) null, "checked_on" date null, "finding" text null, "filed_with" varchar(255) null, "filing_number" varchar(255) null, "filed_on" date null, "filed_by_silence" boolean null, "digest" varchar(255) not null, "entered_at" timestamptz(3) not null, primary key ("entry", "version"));`,
    );
    this.addSql(
      `alter table "register_versions" add constraint "register_versions_case_id_unique" unique ("case_id");`,
    );
    this.addSql(`create index "people_born" on "people" ("birth_date", "name" collate "C");`);
    this.addSql(
      `alter table "ballots" add constraint "ballots_status_check" check ("status" in ('drawn', 'appeals', 'open', 'closed', 'counted', 'void'));`,
    );
    this.addSql(
      `alter table "ballot_appeals" add constraint "ballot_appeals_about_check" check ("about" in ('missing', 'area', 'casters', 'other'));`,
    );
    this.addSql(
      `alter table "ballot_appeals" add constraint "ballot_appeals_state_check" check ("state" in ('open', 'granted', 'refused'));`,
    );
    this.addSql(
      `alter table "ballot_contests" add constraint "ballot_contests_outcome_check" check ("outcome" in ('counts', 'falls'));`,
    );
    this.addSql(
      `alter table "ballot_papers" add constraint "ballot_papers_channel_check" check ("channel" in ('own', 'paper', 'hands', 'telephone', 'doorstep'));`,
    );
    this.addSql(
      `alter table "ballot_papers" add constraint "ballot_papers_state_check" check ("state" in ('counted', 'setAside', 'withdrawn'));`,
    );
    this.addSql(
      `alter table "ballot_roll_changes" add constraint "ballot_roll_changes_kind_check" check ("kind" in ('add', 'remove', 'correct'));`,
    );
    this.addSql(
      `alter table "ballot_roll_changes" add constraint "ballot_roll_changes_ground_check" check ("ground" in ('appeal', 'sale', 'inheritance', 'moved', 'correction', 'contest'));`,
    );
    this.addSql(
      `alter table "ballot_roll_changes" add constraint "ballot_roll_changes_state_check" check ("state" in ('proposed', 'approved', 'refused'));`,
    );
    this.addSql(
      `alter table "opinion_deliberations" add constraint "opinion_deliberations_status_check" check ("status" in ('open', 'closed'));`,
    );
    this.addSql(
      `alter table "opinion_statements" add constraint "opinion_statements_state_check" check ("state" in ('waiting', 'shown', 'rejected', 'merged'));`,
    );
    this.addSql(
      `alter table "register_counters" add constraint "register_counters_kind_check" check ("kind" in ('resolution', 'covenant', 'pledge', 'procedure'));`,
    );
    this.addSql(
      `alter table "register_entries" add constraint "register_entries_kind_check" check ("kind" in ('resolution', 'covenant', 'pledge', 'procedure'));`,
    );
    this.addSql(
      `alter table "register_entries" add constraint "register_entries_state_check" check ("state" in ('inForce', 'superseded', 'revoked'));`,
    );
    this.addSql(
      `alter table "register_signatures" add constraint "register_signatures_capacity_check" check ("capacity" in ('chair', 'signatory'));`,
    );
  }
}
