import { Migration } from '@mikro-orm/migrations';

export class Migration0009Tasks extends Migration {
  override up(): void {
    this.addSql(
      `create table "duty_turns" ("id" varchar(255) not null, "unit" varchar(255) not null, "line" int not null, "person" varchar(255) not null, "phone" varchar(255) null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "entered_by" varchar(255) not null, "entered_at" timestamptz(3) not null, "struck_by" varchar(255) null, "struck_at" timestamptz(3) null, "reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "duty_turns_of_unit" on "duty_turns" ("unit", "ends_at");`);
    this.addSql(`alter table "units" add "successor" varchar(255) null;`);
  }
}
