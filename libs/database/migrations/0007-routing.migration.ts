import { Migration } from '@mikro-orm/migrations';

/** Who gets a matter: two more columns of the duty matrix, the admission register, and what returns have taught. */
export class Migration0007Routing extends Migration {
  override up(): void {
    this.addSql(
      `create table "admissions" ("id" varchar(255) not null, "matter" varchar(255) not null, "applicant" varchar(255) not null, "scope" varchar(255) not null, "reason" text not null, "means" text not null, "status" text not null, "applied_by" varchar(255) not null, "applied_at" timestamptz(3) not null, "decided_by" varchar(255) null, "decided_at" timestamptz(3) null, "ground" text null, "from_date" date null, "to_date" date null, primary key ("id"));`,
    );
    this.addSql(`create index "admissions_matter_index" on "admissions" ("matter");`);
    this.addSql(`create index "admissions_applicant_index" on "admissions" ("applicant");`);
    this.addSql(`create index "admissions_scope_index" on "admissions" ("scope");`);
    this.addSql(
      `create table "routing_evidence" ("id" varchar(255) not null, "proposal" varchar(255) not null, "case_id" varchar(255) not null, "place" varchar(255) not null, "grounds" text[] not null, "at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "routing_evidence_proposal_index" on "routing_evidence" ("proposal");`);
    this.addSql(
      `create table "routing_proposals" ("id" varchar(255) not null, "matter" varchar(255) not null, "from_unit" varchar(255) not null, "to_unit" varchar(255) not null, "scope" varchar(255) not null, "count" int not null, "status" text not null, "first_at" timestamptz(3) not null, "last_at" timestamptz(3) not null, "decided_count" int null, "decided_by" varchar(255) null, "decided_at" timestamptz(3) null, "reason" text null, "change" varchar(255) null, primary key ("id"));`,
    );
    this.addSql(`create index "routing_proposals_scope_index" on "routing_proposals" ("scope");`);
    this.addSql(
      `alter table "routing_proposals" add constraint "routing_proposals_pair" unique ("matter", "from_unit", "to_unit");`,
    );
    this.addSql(
      `alter table "admissions" add constraint "admissions_status_check" check ("status" in ('applied', 'admitted', 'refused', 'withdrawn'));`,
    );
    this.addSql(
      `alter table "routing_proposals" add constraint "routing_proposals_status_check" check ("status" in ('open', 'accepted', 'rejected'));`,
    );
    this.addSql(`alter table "duties" drop constraint "duties_duty_check";`);
    this.addSql(
      `alter table "duties" add constraint "duties_duty_check" check ("duty" in ('build', 'patrol', 'maintain', 'approve', 'handle', 'assist'));`,
    );
  }
}
