import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase } from './open.js';

const SUFFIX = '.migration.ts';

/** A migration that brings the tables from the last migration to the entities. */
export interface NewMigration {
  /** Kebab-case, says what changes: `add-ballot-receipts`. */
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  /** Default: `libs/database/migrations` below the working directory. */
  readonly directory?: string;
  /** Default: those of the product. */
  readonly migrations?: readonly MigrationObject[];
  /** See `OpenDatabaseOptions.copyOf`. */
  readonly copyOf?: Blob;
}

/**
 * Writes the SQL still missing between the migrations and the entities as one migration file and names it in the folder's
 * `index.ts`. The file is a draft: what a diff cannot know (moving data, a rename) is written by hand.
 * @returns the path of the file, or undefined when nothing differs.
 */
export async function createMigration(options: NewMigration): Promise<string | undefined> {
  const { name, entities, directory = join('libs', 'database', 'migrations') } = options;
  const statements = await checkMigrations(entities, options);
  if (statements.length === 0) return undefined;
  await mkdir(directory, { recursive: true });
  const existing = await migrationNames(directory);
  // counted, not dated: two branches that both add a migration meet in a merge conflict instead of in production
  const next = `${String(existing.length + 1).padStart(4, '0')}-${name}`;
  const path = join(directory, `${next}${SUFFIX}`);
  await writeFile(path, migrationSource(next, statements), { flag: 'wx' });
  await writeFile(join(directory, 'index.ts'), indexSource([...existing, next]));
  return path;
}

/** The SQL still missing between the migrations and the entities; empty when they agree. */
export async function checkMigrations(
  entities: readonly EntitySchema[],
  { migrations = MIGRATIONS, copyOf }: Pick<NewMigration, 'migrations' | 'copyOf'> = {},
): Promise<readonly string[]> {
  const database = await openDatabase({
    url: 'memory://',
    entities,
    migrations,
    ...(copyOf === undefined ? {} : { copyOf }),
  });
  try {
    await database.migrate();
    const sql = await database.orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: true });
    return splitStatements(sql);
  } finally {
    await database.close();
  }
}

/** Splits at `;` at the end of a line, unless it is inside a string: an odd number of quotes has been opened. */
function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let statement = '';
  for (const line of sql.split('\n')) {
    statement = statement === '' ? line.trim() : `${statement}\n${line}`;
    if (statement.endsWith(';') && statement.split("'").length % 2 === 1) {
      statements.push(statement);
      statement = '';
    }
  }
  return statement === '' ? statements : [...statements, statement];
}

async function migrationNames(directory: string): Promise<string[]> {
  const files = await readdir(directory);
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/** `0002-add-receipts` → `Migration0002AddReceipts`. */
function className(name: string): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Migration${words.join('')}`;
}

function migrationSource(name: string, statements: readonly string[]): string {
  const calls = statements.map((sql) => `    this.addSql(\`${sql.replaceAll(/[`$\\]/g, '\\$&')}\`);`);
  return [
    `import { Migration } from '@mikro-orm/migrations';`,
    '',
    `export class ${className(name)} extends Migration {`,
    '  override up(): void {',
    ...calls,
    '  }',
    '}',
    '',
  ].join('\n');
}

function indexSource(names: readonly string[]): string {
  return [
    `import type { MigrationObject } from '@mikro-orm/core';`,
    ...names.map((name) => `import { ${className(name)} } from './${name}.migration.js';`),
    '',
    '/** Every migration in the order of writing; `createMigration` writes this file. */',
    'export const MIGRATIONS: readonly MigrationObject[] = [',
    ...names.map((name) => `  { name: '${name}', class: ${className(name)} },`),
    '];',
    '',
  ].join('\n');
}
