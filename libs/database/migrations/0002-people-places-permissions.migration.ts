import { Migration } from '@mikro-orm/migrations';

export class Migration0002PeoplePlacesPermissions extends Migration {
  override up(): void {
    // what is there has to be sealed and given a history, which SQL cannot do: put aside, and taken in at the next start
    this.addSql(
      `create table "registry_adoptions" ("n" serial primary key, "entity" varchar(255) not null, "body" jsonb not null);`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'units', jsonb_build_object('id', "id", 'parent', "parent", 'kind', "kind", 'name', "name", 'code', "code", 'address', "address", 'phone', "phone") from "units";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'premises', jsonb_build_object('id', "id", 'building', "building", 'stairwell', "stairwell", 'number', "number", 'floor', "floor", 'area', "area", 'use', "use") from "premises";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'households', jsonb_build_object('id', "id", 'building', "building", 'stairwell', "stairwell", 'premises', "premises", 'flat', "flat", 'colour', "colour") from "households";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'people', jsonb_build_object('id', "id", 'name', "name", 'gender', "gender", 'birthYear', "birth_year", 'phone', "phone", 'unit', "unit", 'household', "household", 'flags', "flags") from "people";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'ownerships', jsonb_build_object('id', "id", 'premises', "premises", 'person', "person", 'from', "from_date", 'to', "to_date") from "ownerships";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'offices', jsonb_build_object('id', "id", 'person', "person", 'unit', "unit", 'role', "role", 'from', "from_date", 'to', "to_date") from "offices";`,
    );
    this.addSql(
      `insert into "registry_adoptions" ("entity", "body") select 'authorisations', jsonb_build_object('id', "id", 'person', "person", 'agent', "agent", 'from', "from_date", 'to', "to_date") from "authorisations";`,
    );
    this.addSql(`truncate "units", "premises", "households", "people", "ownerships", "offices", "authorisations";`);
    this.addSql(
      `create table "access_journal" ("seq" int not null, "at" timestamptz(3) not null, "by" varchar(255) not null, "person" varchar(255) null, "household" varchar(255) null, "field" varchar(255) not null, "case_id" varchar(255) null, "reason" text null, "salt" varchar(255) null, "reason_digest" varchar(255) not null, "prev_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("seq"));`,
    );
    this.addSql(`create index "access_journal_person_index" on "access_journal" ("person");`);
    this.addSql(`create index "access_journal_household_index" on "access_journal" ("household");`);
    this.addSql(`create index "access_journal_by" on "access_journal" ("by", "at");`);
    this.addSql(
      `create table "accounts" ("id" varchar(255) not null, "person" varchar(255) not null, "status" text not null, "password_hash" text null, "password_set_at" timestamptz(3) null, "totp_secret" text null, "totp_pending" text null, "totp_step" bigint null, "created_at" timestamptz(3) not null, "changed_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "accounts_person_index" on "accounts" ("person");`);
    this.addSql(`create unique index "accounts_one_a_person" on "accounts" ("person") where "status" <> 'closed';`);
    this.addSql(
      `create table "account_changes" ("id" varchar(255) not null, "at" timestamptz(3) not null, "account" varchar(255) not null, "what" text not null, "by" varchar(255) not null, primary key ("id"));`,
    );
    this.addSql(`create index "account_changes_account" on "account_changes" ("account", "at");`);
    this.addSql(
      `create table "account_identities" ("issuer" varchar(255) not null, "subject" varchar(255) not null, "account" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("issuer", "subject"));`,
    );
    this.addSql(`create index "account_identities_account_index" on "account_identities" ("account");`);
    this.addSql(
      `create table "account_logins" ("login" varchar(255) not null, "account" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("login"));`,
    );
    this.addSql(`create index "account_logins_account_index" on "account_logins" ("account");`);
    this.addSql(
      `create table "api_tokens" ("id" varchar(255) not null, "hash" varchar(255) not null, "account" varchar(255) not null, "name" varchar(255) not null, "ending" varchar(255) not null, "scopes" text[] not null, "staff" boolean not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "api_tokens" add constraint "api_tokens_hash_unique" unique ("hash");`);
    this.addSql(`create index "api_tokens_account_index" on "api_tokens" ("account");`);
    this.addSql(
      `create table "attempt_counts" ("key" varchar(255) not null, "count" int not null, "strikes" int not null, "blocked_until" timestamptz(3) null, "expires_at" timestamptz(3) not null, primary key ("key"));`,
    );
    this.addSql(`create index "attempt_counts_expires_at_index" on "attempt_counts" ("expires_at");`);
    this.addSql(
      `create table "case_list" ("case_id" varchar(255) not null, "realm" varchar(255) not null, "workflow" varchar(255) not null, "status" varchar(255) not null, "stage" varchar(255) not null, "category" varchar(255) null, "visibility" varchar(255) not null, "unit" varchar(255) not null, "places" text[] null, "title" varchar(255) null, "words" text[] null, "created_at" timestamptz(3) not null, primary key ("case_id"));`,
    );
    this.addSql(
      `create index "case_list_by_age" on "case_list" ("realm", "created_at", "case_id", "visibility", "status");`,
    );
    this.addSql(
      `create index "case_list_by_stage" on "case_list" ("realm", "workflow", "stage", "created_at", "case_id", "visibility", "status");`,
    );
    this.addSql(`create index "case_list_by_category" on "case_list" ("realm", "category", "created_at", "case_id");`);
    this.addSql(
      `create index "case_list_confidential" on "case_list" ("realm", "created_at", "case_id") where "visibility" = 'confidential';`,
    );
    this.addSql(`create index "case_list_found" on "case_list" using gin ("words", "places");`);
    this.addSql(`create index "case_list_title" on "case_list" ("title");`);
    this.addSql(
      `create index "case_list_unindexed" on "case_list" ("case_id") where "words" is null or "places" is null;`,
    );
    this.addSql(
      `create table "claims" ("id" varchar(255) not null, "household" varchar(255) not null, "unit" varchar(255) not null, "person" varchar(255) not null, "purpose" text not null, "state" text not null, "from_date" date not null, "to_date" date not null, "asked_at" timestamptz(3) not null, "assigned_by" varchar(255) null, "ended_at" timestamptz(3) null, "ended_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "claims_household_index" on "claims" ("household");`);
    this.addSql(`create index "claims_person_index" on "claims" ("person");`);
    this.addSql(
      `create unique index "claims_in_force" on "claims" ("household", "person") where "state" in ('asked', 'in force');`,
    );
    this.addSql(
      `create table "consents" ("id" varchar(255) not null, "person" varchar(255) not null, "purpose" varchar(255) not null, "text_version" varchar(255) not null, "given_at" timestamptz(3) not null, "given_by" varchar(255) not null, "channel" text not null, "slip" varchar(255) null, "evidence" varchar(255) null, "withdrawn_at" timestamptz(3) null, "withdrawn_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "consents_person_index" on "consents" ("person");`);
    this.addSql(
      `create unique index "consents_given" on "consents" ("person", "purpose") where "withdrawn_at" is null;`,
    );
    this.addSql(
      `create table "corrections" ("id" varchar(255) not null, "person" varchar(255) not null, "unit" varchar(255) not null, "field" varchar(255) not null, "wanted" text null, "asked_at" timestamptz(3) not null, "asked_by" varchar(255) not null, "state" text not null, "decided_at" timestamptz(3) null, "decided_by" varchar(255) null, "answer" text null, primary key ("id"));`,
    );
    this.addSql(`create index "corrections_person_index" on "corrections" ("person");`);
    this.addSql(`create index "corrections_unit_index" on "corrections" ("unit");`);
    this.addSql(
      `create table "data_key_checks" ("id" varchar(255) not null, "sealed" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create table "delegates" ("id" varchar(255) not null, "household" varchar(255) not null, "person" varchar(255) not null, "slip" varchar(255) null, "from_date" date not null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "delegates_household_index" on "delegates" ("household");`);
    this.addSql(`create index "delegates_person_index" on "delegates" ("person");`);
    this.addSql(
      `create table "duties" ("id" varchar(255) not null, "matter" varchar(255) not null, "duty" text not null, "unit" varchar(255) not null, "place_kind" text null, "assignee" varchar(255) null, "assignee_kind" text null, "role" varchar(255) null, "from_date" date null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "duties_matter_index" on "duties" ("matter");`);
    this.addSql(
      `create table "erasures" ("id" varchar(255) not null, "person" varchar(255) not null, "unit" varchar(255) not null, "ground" varchar(255) not null, "state" text not null, "asked_at" timestamptz(3) not null, "asked_by" varchar(255) not null, "decided_at" timestamptz(3) null, "decided_by" varchar(255) null, "progress" json not null, "done_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "erasures_person_index" on "erasures" ("person");`);
    this.addSql(`create index "erasures_unit_index" on "erasures" ("unit");`);
    this.addSql(
      `create unique index "erasures_open" on "erasures" ("person") where "state" in ('asked', 'confirmed');`,
    );
    this.addSql(
      `create table "erasure_records" ("seq" int not null, "at" timestamptz(3) not null, "erasure" varchar(255) not null, "person" varchar(255) not null, "counts" json not null, "prev_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("seq"));`,
    );
    this.addSql(`alter table "erasure_records" add constraint "erasure_records_erasure_unique" unique ("erasure");`);
    this.addSql(
      `create table "external_numbers" ("system" varchar(255) not null, "number" varchar(255) not null, "case_id" varchar(255) not null, "by" varchar(255) not null, "at" timestamptz not null, primary key ("system", "number"));`,
    );
    this.addSql(`create index "external_numbers_case_id_index" on "external_numbers" ("case_id");`);
    this.addSql(
      `create table "file_journal" ("id" varchar(255) not null, "file" varchar(255) not null, "at" timestamptz(3) not null, "by" varchar(255) not null, "what" varchar(255) not null, primary key ("id"));`,
    );
    this.addSql(`create index "file_journal_file_index" on "file_journal" ("file");`);
    this.addSql(
      `create table "imports" ("id" varchar(255) not null, "kind" text not null, "state" text not null, "unit" varchar(255) not null, "file_name" text not null, "format" varchar(255) not null, "detail" text not null, "sha256" varchar(255) not null, "bytes" int not null, "as_of" date not null, "by" varchar(255) not null, "at" timestamptz not null, "checked_at" timestamptz null, "ended_at" timestamptz null, "counts" jsonb not null, "decisions" jsonb not null, "unknown_columns" text[] not null, "changes" text[] not null, primary key ("id"));`,
    );
    this.addSql(`create index "imports_unit_index" on "imports" ("unit");`);
    this.addSql(`create index "imports_latest" on "imports" ("at", "id");`);
    this.addSql(
      `create table "import_progress" ("import" varchar(255) not null, "phase" varchar(255) not null, "done" int not null, "total" int not null, "at" timestamptz not null, primary key ("import"));`,
    );
    this.addSql(
      `create table "import_rows" ("import" varchar(255) not null, "row" int not null, "cells" text not null, "outcome" text null, "problems" jsonb not null, primary key ("import", "row"));`,
    );
    this.addSql(
      `create table "legal_holds" ("id" varchar(255) not null, "person" varchar(255) not null, "authority" varchar(255) not null, "from_date" date not null, "to_date" date null, "set_by" varchar(255) not null, "set_at" timestamptz(3) not null, "lifted_at" timestamptz(3) null, "lifted_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "legal_holds_person_index" on "legal_holds" ("person");`);
    this.addSql(
      `create table "matters" ("id" varchar(255) not null, "parent" varchar(255) null, "unit" varchar(255) not null, "code" varchar(255) not null, "name" jsonb not null, "questions" jsonb null, "competence" text null, "limits" jsonb not null, "guide" jsonb null, "from_date" date null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "matters_parent_index" on "matters" ("parent");`);
    this.addSql(`alter table "matters" add constraint "matters_unit_code" unique ("unit", "code");`);
    this.addSql(
      `create table "partners" ("id" varchar(255) not null, "code" varchar(255) not null, "name" text not null, "person" varchar(255) not null, "unit" varchar(255) not null, "scopes" text[] not null, "systems" text[] not null, "is_active" boolean not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "partners" add constraint "partners_code_unique" unique ("code");`);
    this.addSql(
      `create table "partner_keys" ("id" varchar(255) not null, "partner" varchar(255) not null, "sealed" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "partner_keys_partner_index" on "partner_keys" ("partner");`);
    this.addSql(
      `create table "partner_nonces" ("partner" varchar(255) not null, "nonce" varchar(255) not null, "at" timestamptz not null, primary key ("partner", "nonce"));`,
    );
    this.addSql(`create index "partner_nonces_at_index" on "partner_nonces" ("at");`);
    this.addSql(
      `create table "recovery_codes" ("hash" varchar(255) not null, "account" varchar(255) not null, "used_at" timestamptz(3) null, primary key ("hash"));`,
    );
    this.addSql(`create index "recovery_codes_account_index" on "recovery_codes" ("account");`);
    this.addSql(
      `create table "registry_changes" ("id" varchar(255) not null, "seq" bigserial, "at" timestamptz(3) not null, "by" varchar(255) null, "source" varchar(255) not null, "reason" text not null, "import" varchar(255) null, "unit" varchar(255) null, "on_date" date not null, "counts" jsonb not null, "undoes" varchar(255) null, "undone_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`alter table "registry_changes" add constraint "registry_changes_seq_unique" unique ("seq");`);
    this.addSql(`create index "registry_changes_import_index" on "registry_changes" ("import");`);
    this.addSql(`create index "registry_changes_unit_index" on "registry_changes" ("unit");`);
    this.addSql(
      `create table "registry_versions" ("seq" bigserial primary key, "entity" varchar(255) not null, "id" varchar(255) not null, "place" varchar(255) null, "valid_from" date not null, "valid_to" date null, "change" varchar(255) not null, "closed_by" varchar(255) null, "body" jsonb not null);`,
    );
    this.addSql(`create index "registry_versions_change_index" on "registry_versions" ("change");`);
    this.addSql(`create index "registry_versions_closed_by_index" on "registry_versions" ("closed_by");`);
    this.addSql(`create index "registry_versions_record" on "registry_versions" ("entity", "id", "seq");`);
    this.addSql(`create index "registry_versions_place" on "registry_versions" ("place", "entity");`);
    this.addSql(
      `create unique index "registry_versions_open" on "registry_versions" ("id", "entity") where valid_to is null;`,
    );
    this.addSql(
      `create table "residences" ("id" varchar(255) not null, "person" varchar(255) not null, "household" varchar(255) not null, "from_date" date not null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "residences_person_index" on "residences" ("person");`);
    this.addSql(`create index "residences_household_index" on "residences" ("household");`);
    this.addSql(
      `create table "sessions" ("id" varchar(255) not null, "token" varchar(255) not null, "account" varchar(255) not null, "way" text not null, "second_factor" text not null, "staff" boolean not null, "address" varchar(255) not null, "agent" varchar(255) not null, "created_at" timestamptz(3) not null, "seen_at" timestamptz(3) not null, "idle" int not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "sessions" add constraint "sessions_token_unique" unique ("token");`);
    this.addSql(`create index "sessions_account_index" on "sessions" ("account");`);
    this.addSql(
      `create table "sign_ins" ("id" varchar(255) not null, "at" timestamptz(3) not null, "account" varchar(255) null, "login_hash" varchar(255) null, "way" text not null, "outcome" text not null, "address" varchar(255) not null, "agent" varchar(255) not null, primary key ("id"));`,
    );
    this.addSql(`create index "sign_ins_at" on "sign_ins" ("at", "id");`);
    this.addSql(`create index "sign_ins_account" on "sign_ins" ("account", "at");`);
    this.addSql(
      `create table "slips" ("id" varchar(255) not null, "number" varchar(255) not null, "hash" varchar(255) not null, "kind" text not null, "subject" varchar(255) not null, "unit" varchar(255) not null, "batch" varchar(255) not null, "staff" boolean not null, "issued_by" varchar(255) not null, "issued_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "used_by" varchar(255) null, "revoked_at" timestamptz(3) null, "revoked_by" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`alter table "slips" add constraint "slips_number_unique" unique ("number");`);
    this.addSql(`alter table "slips" add constraint "slips_hash_unique" unique ("hash");`);
    this.addSql(`create index "slips_subject_index" on "slips" ("subject");`);
    this.addSql(`create index "slips_unit_index" on "slips" ("unit");`);
    this.addSql(`create index "slips_batch_index" on "slips" ("batch");`);
    this.addSql(
      `create table "files" ("id" varchar(255) not null, "kind" text not null, "media_type" varchar(255) not null, "bytes" int not null, "sha256" varchar(255) not null, "width" int null, "height" int null, "name" text null, "key" text null, "has_thumbnail" boolean not null, "keeps_place" boolean not null, "uploader" varchar(255) not null, "on_behalf_of" varchar(255) null, "at" timestamptz(3) not null, "attached_to" text null, "subject" varchar(255) null, "original" varchar(255) null, "masks" json null, "published_at" timestamptz(3) null, "withdrawn_at" timestamptz(3) null, "erased_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "files_uploader_index" on "files" ("uploader");`);
    this.addSql(`create index "files_on_behalf_of_index" on "files" ("on_behalf_of");`);
    this.addSql(`create index "files_original_index" on "files" ("original");`);
    this.addSql(`create index "files_of_subject" on "files" ("attached_to", "subject");`);
    this.addSql(`create index "files_orphaned" on "files" ("at") where "subject" is null and "erased_at" is null;`);
    this.addSql(
      `create table "visits" ("id" varchar(255) not null, "claim" varchar(255) not null, "household" varchar(255) not null, "visitor" varchar(255) not null, "at" timestamptz(3) not null, "recorded_at" timestamptz(3) not null, "outcome" text not null, "note" text null, "case_id" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "visits_claim_index" on "visits" ("claim");`);
    this.addSql(`create index "visits_visitor_index" on "visits" ("visitor");`);
    this.addSql(`create index "visits_of_household" on "visits" ("household", "at");`);
    this.addSql(
      `alter table "households" add "residents_group" varchar(255) null, add "address" text not null, add "grams" text[] not null;`,
    );
    this.addSql(`create index "households_residents_group_index" on "households" ("residents_group");`);
    this.addSql(`create index "households_grams" on "households" using gin ("grams");`);
    this.addSql(
      `alter table "offices" add "constituency" varchar(255) null, add "substitute_for" varchar(255) null, add "ending" text null, add "end_reason" text null;`,
    );
    this.addSql(`create index "offices_role" on "offices" ("role");`);
    this.addSql(
      `alter table "offices" add constraint "offices_ending_check" check ("ending" in ('termOver', 'recalled', 'resigned', 'moved', 'died', 'replaced', 'corrected'));`,
    );
    this.addSql(`alter table "ownerships" add "share" jsonb null;`);
    this.addSql(`drop index "people_name_index";`);
    this.addSql(
      `alter table "people" add "birth_date" date null, add "died_on" date null, add "merged_into" varchar(255) null, add "erased_on" date null, add "phone_sealed" text null, add "phone_mask" text null, add "phone_index" varchar(255) null, add "id_sealed" text null, add "id_index" varchar(255) null, add "grams" text[] not null;`,
    );
    this.addSql(`alter table "people" rename column "phone" to "domicile";`);
    this.addSql(`create index "people_merged_into_index" on "people" ("merged_into");`);
    this.addSql(`create index "people_phone_index_index" on "people" ("phone_index");`);
    this.addSql(`create index "people_id_index_index" on "people" ("id_index");`);
    this.addSql(`create index "people_grams" on "people" using gin ("grams");`);
    this.addSql(`create index "people_name_order" on "people" ("name" collate "C", "id" collate "C");`);
    this.addSql(`alter table "premises" add "area_source" text null;`);
    this.addSql(`alter table "premises" alter column "area" drop not null;`);
    this.addSql(
      `alter table "premises" add constraint "premises_area_source_check" check ("area_source" in ('deed', 'survey', 'contract'));`,
    );
    this.addSql(`alter table "units" drop constraint "units_kind_check";`);
    this.addSql(
      `alter table "units" add "body" text null, add "from_date" date null, add "to_date" date null, add "grams" text[] not null;`,
    );
    this.addSql(`create index "units_grams" on "units" using gin ("grams");`);
    this.addSql(
      `alter table "units" add constraint "units_body_check" check ("body" in ('residentsAssembly', 'representativesMeeting', 'residentsGroup', 'residentsCommittee', 'council', 'collectors', 'deliberators', 'advisers', 'supervisors', 'oversight', 'partyCommittee', 'jointPartyCommittee', 'partyBranch', 'ownersAssembly', 'ownersCommittee', 'partnerUnits', 'neighbourhoodCouncil', 'taskGroup'));`,
    );
    this.addSql(
      `alter table "units" add constraint "units_kind_check" check ("kind" in ('city', 'district', 'street', 'community', 'streetBlock', 'neighbourhood', 'compound', 'courtyard', 'grid', 'building', 'stairwell', 'department', 'company', 'organisation', 'association', 'body', 'branch', 'group', 'taskForce'));`,
    );
    this.addSql(
      `alter table "accounts" add constraint "accounts_status_check" check ("status" in ('active', 'locked', 'closed'));`,
    );
    this.addSql(
      `alter table "account_changes" add constraint "account_changes_what_check" check ("what" in ('created', 'locked', 'unlocked', 'closed', 'sessionsEnded', 'passwordReset', 'secondFactorReset'));`,
    );
    this.addSql(
      `alter table "claims" add constraint "claims_purpose_check" check ("purpose" in ('care', 'safety', 'needs', 'warning'));`,
    );
    this.addSql(
      `alter table "claims" add constraint "claims_state_check" check ("state" in ('asked', 'in force', 'declined', 'ended'));`,
    );
    this.addSql(
      `alter table "consents" add constraint "consents_channel_check" check ("channel" in ('self', 'delegate', 'slip', 'door'));`,
    );
    this.addSql(
      `alter table "corrections" add constraint "corrections_state_check" check ("state" in ('open', 'done', 'refused'));`,
    );
    this.addSql(
      `alter table "duties" add constraint "duties_duty_check" check ("duty" in ('build', 'patrol', 'maintain', 'approve'));`,
    );
    this.addSql(
      `alter table "duties" add constraint "duties_place_kind_check" check ("place_kind" in ('city', 'district', 'street', 'community', 'streetBlock', 'neighbourhood', 'compound', 'courtyard', 'grid', 'building', 'stairwell', 'department', 'company', 'organisation', 'association', 'body', 'branch', 'group', 'taskForce'));`,
    );
    this.addSql(
      `alter table "duties" add constraint "duties_assignee_kind_check" check ("assignee_kind" in ('city', 'district', 'street', 'community', 'streetBlock', 'neighbourhood', 'compound', 'courtyard', 'grid', 'building', 'stairwell', 'department', 'company', 'organisation', 'association', 'body', 'branch', 'group', 'taskForce'));`,
    );
    this.addSql(
      `alter table "erasures" add constraint "erasures_state_check" check ("state" in ('asked', 'confirmed', 'refused', 'done'));`,
    );
    this.addSql(
      `alter table "imports" add constraint "imports_kind_check" check ("kind" in ('units', 'premises', 'households', 'people', 'bodies', 'catalogue'));`,
    );
    this.addSql(
      `alter table "imports" add constraint "imports_state_check" check ("state" in ('uploaded', 'checked', 'applied', 'undone'));`,
    );
    this.addSql(
      `alter table "import_rows" add constraint "import_rows_outcome_check" check ("outcome" in ('new', 'changed', 'unchanged', 'error'));`,
    );
    this.addSql(
      `alter table "matters" add constraint "matters_competence_check" check ("competence" in ('residents', 'owners', 'department', 'nobody'));`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_way_check" check ("way" in ('password', 'slip', 'singleSignOn', 'reset', 'token', 'console'));`,
    );
    this.addSql(
      `alter table "sessions" add constraint "sessions_second_factor_check" check ("second_factor" in ('passed', 'due', 'enrol'));`,
    );
    this.addSql(
      `alter table "sign_ins" add constraint "sign_ins_way_check" check ("way" in ('password', 'slip', 'singleSignOn', 'reset', 'token', 'console'));`,
    );
    this.addSql(
      `alter table "sign_ins" add constraint "sign_ins_outcome_check" check ("outcome" in ('in', 'secondFactorDue', 'wrong', 'wrongCode', 'locked', 'limited', 'secondFactorPassed', 'out'));`,
    );
    this.addSql(
      `alter table "slips" add constraint "slips_kind_check" check ("kind" in ('household', 'person', 'reset'));`,
    );
    this.addSql(
      `alter table "files" add constraint "files_kind_check" check ("kind" in ('image', 'document', 'audio'));`,
    );
    this.addSql(
      `alter table "files" add constraint "files_attached_to_check" check ("attached_to" in ('case', 'guide', 'consent'));`,
    );
    this.addSql(
      `alter table "visits" add constraint "visits_outcome_check" check ("outcome" in ('met', 'spoken by phone', 'not home', 'declined', 'needs help'));`,
    );
  }
}
