import { Migration } from '@mikro-orm/migrations';

/** Saved chains kept the words of departments' conditions, out of reach of erasure: they go. The next version has them by their texts. */
export class Migration0013ConditionsByTheirTexts extends Migration {
  override up(): void {
    this.addSql(
      `update "chain_templates" set "steps" = (select jsonb_agg(jsonb_set(s, '{conditions}', '[]'::jsonb) order by n) from jsonb_array_elements("steps") with ordinality as x(s, n)) where jsonb_array_length("steps") > 0;`,
    );
  }
}
