import { Migration } from '@mikro-orm/migrations';

/** Why an erasure was refused, sealed: whoever asked is owed the reason (个人信息保护法 50). */
export class Migration0016RefusedErasuresSayWhy extends Migration {
  override up(): void {
    this.addSql(`alter table "erasures" add "answer" text null;`);
  }
}
