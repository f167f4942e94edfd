import { Migration } from '@mikro-orm/migrations';

/** What messages say that are about no case, such as the edit of a calendar. */
export class Migration0012MessagesAboutNoCase extends Migration {
  override up(): void {
    this.addSql(`alter table "messages" add "said" jsonb null;`);
  }
}
