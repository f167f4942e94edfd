import { Migration } from '@mikro-orm/migrations';

/** Clocks are measured anew by the hundred thousand: rows get room to be updated in place, and no index repeats what every edit changes. */
export class Migration0010RoomToMove extends Migration {
  override up(): void {
    this.addSql(`drop index "case_clocks_calendar";`);
    this.addSql(`create index "case_clocks_calendar" on "case_clocks" ("calendar", "case_id");`);
    this.addSql(`create index "journal_recorded" on "journal" ("recorded_at", "case_id");`);
    // pages that are written from now on; the others follow as their rows move
    this.addSql(`alter table "cases" set (fillfactor = 80);`);
    this.addSql(`alter table "case_clocks" set (fillfactor = 70);`);
    this.addSql(`alter table "desk" set (fillfactor = 80);`);
  }
}
