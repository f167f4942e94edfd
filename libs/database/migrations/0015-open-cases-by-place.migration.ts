import { Migration } from '@mikro-orm/migrations';

/** Open cases of a place are found without reading all that ever were there: what is due first at a unit starts from them. */
export class Migration0015OpenCasesByPlace extends Migration {
  override up(): void {
    this.addSql(`create index "case_list_open" on "case_list" using gin ("places") where "status" = 'active';`);
  }
}
