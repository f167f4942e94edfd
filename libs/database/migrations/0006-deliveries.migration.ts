import { Migration } from '@mikro-orm/migrations';

/** Messages leave the house: deliveries and how people want them, webhooks, robots, the call list. */
export class Migration0006Deliveries extends Migration {
  override up(): void {
    this.addSql(
      `create table "call_attempts" ("entry" varchar(255) not null, "n" int not null, "at" timestamptz(3) not null, "on_date" date not null, "by" varchar(255) not null, "outcome" text not null, "key" varchar(255) not null, primary key ("entry", "n"));`,
    );
    this.addSql(
      `create table "call_entries" ("id" varchar(255) not null, "person" varchar(255) not null, "unit" varchar(255) not null, "case_id" varchar(255) not null, "message" varchar(255) not null, "cause" varchar(255) not null, "about" varchar(255) not null, "reason" text not null, "is_reserved" boolean not null, "status" text not null, "at" timestamptz(3) not null, "done_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "call_attempts" add constraint "call_attempts_once" unique ("entry", "key");`);
    this.addSql(`create index "call_entries_person_index" on "call_entries" ("person");`);
    this.addSql(`create index "call_entries_open" on "call_entries" ("unit", "at") where "status" = 'open';`);
    this.addSql(`alter table "call_entries" add constraint "call_entries_once" unique ("cause", "person");`);
    this.addSql(
      `create table "deliveries" ("id" varchar(255) not null, "message" varchar(255) not null, "cause" varchar(255) not null, "case_id" varchar(255) not null, "recipient" varchar(255) not null, "person" varchar(255) null, "robot" varchar(255) null, "instead_of" varchar(255) null, "channel" text not null, "urgency" text not null, "lane" text not null, "status" text not null, "reason" text null, "at" timestamptz(3) not null, "planned_at" timestamptz(3) not null, "next_at" timestamptz(3) not null, "attempts" int not null, "locked_until" timestamptz(3) null, "last_error" text null, "bundle" varchar(255) null, "provider_id" varchar(255) null, "done_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "deliveries_message_index" on "deliveries" ("message");`);
    this.addSql(`create index "deliveries_case_id_index" on "deliveries" ("case_id");`);
    this.addSql(`create index "deliveries_person_index" on "deliveries" ("person");`);
    this.addSql(`create index "deliveries_bundle_index" on "deliveries" ("bundle");`);
    this.addSql(`create index "deliveries_pending" on "deliveries" ("next_at") where "status" = 'pending';`);
    this.addSql(
      `create index "deliveries_in_order" on "deliveries" ("recipient", "channel", "lane", "at", "message") where "status" = 'pending';`,
    );
    this.addSql(`create index "deliveries_latest" on "deliveries" ("planned_at", "id");`);
    this.addSql(`alter table "deliveries" add constraint "deliveries_once" unique ("cause", "recipient", "channel");`);
    this.addSql(
      `create table "notification_preferences" ("person" varchar(255) not null, "language" text not null, "email_sealed" text null, "email_confirmed_at" timestamptz(3) null, "code_sealed" text null, "code_sent_at" timestamptz(3) null, "code_tries" int not null, "channels" jsonb not null, "hours_from" varchar(255) null, "hours_to" varchar(255) null, "digest" boolean not null, "digest_hour" int not null, "updated_at" timestamptz(3) not null, primary key ("person"));`,
    );
    this.addSql(
      `create table "notification_substitutes" ("id" varchar(255) not null, "person" varchar(255) not null, "substitute" varchar(255) not null, "from_date" date not null, "to_date" date not null, "by" varchar(255) not null, "at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "notification_substitutes_person_index" on "notification_substitutes" ("person");`);
    this.addSql(
      `create index "notification_substitutes_substitute_index" on "notification_substitutes" ("substitute");`,
    );
    this.addSql(
      `create table "robots" ("id" varchar(255) not null, "unit" varchar(255) not null, "kind" text not null, "name" varchar(255) not null, "url_sealed" text not null, "host" varchar(255) not null, "secret_sealed" text null, "urgencies" text[] not null, "is_active" boolean not null, "created_by" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "robots_unit_index" on "robots" ("unit");`);
    this.addSql(
      `create table "delivery_spool" ("id" varchar(255) not null, "channel" text not null, "person" varchar(255) null, "recipient" varchar(255) not null, "subject" text not null, "text" text not null, "at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "delivery_spool_person_index" on "delivery_spool" ("person");`);
    this.addSql(`create index "delivery_spool_at_index" on "delivery_spool" ("at");`);
    this.addSql(
      `create table "webhooks" ("id" varchar(255) not null, "unit" varchar(255) not null, "name" varchar(255) not null, "url_sealed" text not null, "host" varchar(255) not null, "secret_sealed" text not null, "events" text[] not null, "is_active" boolean not null, "seen_until" timestamptz(3) not null, "created_by" varchar(255) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "webhooks_unit_index" on "webhooks" ("unit");`);
    this.addSql(
      `create table "webhook_attempts" ("delivery" varchar(255) not null, "n" int not null, "at" timestamptz(3) not null, "response_code" int null, "error" text null, "took_ms" int not null, primary key ("delivery", "n"));`,
    );
    this.addSql(
      `create table "webhook_deliveries" ("id" varchar(255) not null, "webhook" varchar(255) not null, "event" varchar(255) not null, "case_id" varchar(255) not null, "version" int not null, "body" text not null, "status" text not null, "at" timestamptz(3) not null, "next_at" timestamptz(3) not null, "attempts" int not null, "replays" int not null, "locked_until" timestamptz(3) null, "response_code" int null, "last_error" text null, "done_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `create index "webhook_deliveries_pending" on "webhook_deliveries" ("next_at") where "status" = 'pending';`,
    );
    this.addSql(`create index "webhook_deliveries_latest" on "webhook_deliveries" ("webhook", "at", "id");`);
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_once" unique ("webhook", "case_id", "version", "event");`,
    );
    this.addSql(`alter table "messages" add "planned_at" timestamptz(3) null;`);
    // what was told before there were deliveries is not sent again to everybody on the day of the update
    this.addSql(`update "messages" set "planned_at" = "at";`);
    this.addSql(`create index "messages_unplanned" on "messages" ("at", "id") where "planned_at" is null;`);
    this.addSql(
      `alter table "call_attempts" add constraint "call_attempts_outcome_check" check ("outcome" in ('reached', 'not_reached', 'refused', 'moved'));`,
    );
    this.addSql(
      `alter table "call_entries" add constraint "call_entries_reason_check" check ("reason" in ('no_channel', 'unread', 'failed'));`,
    );
    this.addSql(
      `alter table "call_entries" add constraint "call_entries_status_check" check ("status" in ('open', 'done', 'given_up', 'moot'));`,
    );
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_channel_check" check ("channel" in ('email', 'sms', 'robot'));`,
    );
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_urgency_check" check ("urgency" in ('emergency', 'important', 'routine'));`,
    );
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_lane_check" check ("lane" in ('emergency', 'single', 'digest'));`,
    );
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_status_check" check ("status" in ('pending', 'sent', 'skipped', 'failed'));`,
    );
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_reason_check" check ("reason" in ('read', 'preference', 'no_address', 'person_gone', 'message_gone', 'not_set_up', 'refused', 'exhausted'));`,
    );
    this.addSql(
      `alter table "notification_preferences" add constraint "notification_preferences_language_check" check ("language" in ('zh', 'en'));`,
    );
    this.addSql(
      `alter table "robots" add constraint "robots_kind_check" check ("kind" in ('wecom', 'dingtalk', 'feishu'));`,
    );
    this.addSql(
      `alter table "delivery_spool" add constraint "delivery_spool_channel_check" check ("channel" in ('email', 'sms', 'robot'));`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_status_check" check ("status" in ('pending', 'sent', 'failed'));`,
    );
  }
}
