import { Migration } from '@mikro-orm/migrations';

export class Migration0004Timekeeping extends Migration {
  override up(): void {
    this.addSql(
      `create table "calendar_versions" ("epoch" int not null, "name" varchar(255) not null, "unit" varchar(255) null, "version" int not null, "body" json not null, "digest" varchar(255) not null, "kept" jsonb not null, "preset" varchar(255) null, "reason" text not null, "by" jsonb not null, "at" timestamptz(3) not null, "finished_at" timestamptz(3) null, "moved" int not null, primary key ("epoch"));`,
    );
    this.addSql(
      `create unique index "calendar_versions_numbered" on "calendar_versions" ("name", coalesce("unit", ''), "version");`,
    );
    this.addSql(
      `alter table "case_clocks" add "calendar_unit" varchar(255) null, add "calendar_version" int null, add "calendar_epoch" int null;`,
    );
    this.addSql(
      `create index "case_clocks_calendar" on "case_clocks" ("calendar", "calendar_unit", "calendar_epoch");`,
    );
  }
}
