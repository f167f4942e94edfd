import { Migration } from '@mikro-orm/migrations';

/** Public cases that people follow, with the step they were told of last. */
export class Migration0011Follows extends Migration {
  override up(): void {
    this.addSql(
      `create table "follows" ("case_id" varchar(255) not null, "person" varchar(255) not null, "since" timestamptz(3) not null, "stage" varchar(255) not null, "status" varchar(255) not null, primary key ("case_id", "person"));`,
    );
    this.addSql(`create index "follows_person" on "follows" ("person");`);
    this.addSql(`create index "follows_open" on "follows" ("case_id") where "status" = 'active';`);
  }
}
