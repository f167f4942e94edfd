import { Migration } from '@mikro-orm/migrations';

/** Thousands of clocks that are due at one instant were sorted anew for every fifty that were taken. */
export class Migration0014DueInOrder extends Migration {
  override up(): void {
    this.addSql(`drop index "cases_due";`);
    this.addSql(`create index "cases_due" on "cases" ("realm", "next_due_at", "id") where "next_due_at" is not null;`);
  }
}
