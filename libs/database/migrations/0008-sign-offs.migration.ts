import { Migration } from '@mikro-orm/migrations';

/** Finished chains of sign-offs, saved as templates. */
export class Migration0008SignOffs extends Migration {
  override up(): void {
    this.addSql(
      `create table "chain_templates" ("template" varchar(255) not null, "version" int not null, "unit" varchar(255) null, "name" text not null, "steps" jsonb not null, "case_id" varchar(255) null, "saved_by" varchar(255) not null, "saved_at" timestamptz(3) not null, primary key ("template", "version"));`,
    );
    this.addSql(`alter table "chain_templates" add constraint "chain_templates_case_id_unique" unique ("case_id");`);
  }

  override down(): void {
    this.addSql(`drop table if exists "chain_templates" cascade;`);
  }
}
