import { CAPABILITIES, type Access } from '#libs/access';
import type { Database, Tx } from '#libs/database';
import type { FileRow, Files } from '#libs/files';
import type { Consents } from '#libs/privacy';
import type { PersonId, Registry } from '#libs/registry';

import type { CaseReader } from '../reading/case-reader.js';
import type { Eyes } from '../reading/eyes.rules.js';

export interface FileAccessParts {
  database: Database;
  files: Files;
  reader: CaseReader;
  access: Access;
  registry: Registry;
  consents: Consents;
}

/** Those who work on a case see what was handed in; all others see what was published. */
const WORKING_EYES: readonly Eyes[] = ['staff', 'handler', 'member'];

/** Who may see which file, from what it belongs to. */
export class FileAccess {
  constructor(private readonly parts: FileAccessParts) {}

  /** The file, if this person may see it; `null` otherwise, and no difference between the two. */
  async seen(id: string, person: PersonId | null): Promise<FileRow | null> {
    const file = await this.parts.files.find(id);
    return file !== null && (await this.maySee(file, person)) ? file : null;
  }

  /** Files of a case that this person may see. */
  async ofCase(caseId: string, person: PersonId | null): Promise<FileRow[]> {
    const eyes = await this.#eyes(caseId, person);
    if (eyes === null) return [];
    const files = await this.parts.files.of({ to: 'case', subject: caseId });
    return files.filter((file) => isShown(file, person, eyes));
  }

  async maySee(file: FileRow, person: PersonId | null): Promise<boolean> {
    if (file.original === null && isOwn(file, person)) return true;
    switch (file.attachedTo) {
      case 'case': {
        const eyes = await this.#eyes(file.subject ?? '', person);
        return eyes !== null && isShown(file, person, eyes);
      }
      case 'guide':
        return true;
      case 'consent':
        return person !== null && (file.subject === person || (await this.#keepsRecordsOf(person, file.subject ?? '')));
      case null:
        return false;
    }
  }

  /** Whether somebody may attach files to the case: whoever works on it, and its parties. */
  async mayAttach(caseId: string, person: PersonId): Promise<boolean> {
    const eyes = await this.#eyes(caseId, person);
    return eyes !== null && eyes !== 'outsider';
  }

  /**
   * Whether somebody may show a file as a proof: what they uploaded, what somebody of their own office uploaded and nobody used yet, or
   * what was handed in on a case they work on. A published copy proves nothing: parts of it are painted over.
   */
  async mayName(id: string, person: PersonId): Promise<boolean> {
    const file = await this.parts.files.find(id);
    if (file === null || file.original !== null) return false;
    if (isOwn(file, person)) return true;
    if (file.attachedTo === 'case') return this.maySee(file, person);
    return file.attachedTo === null && (await this.#workTogether(person, file.uploader));
  }

  /**
   * What somebody says in a case names files of theirs: these belong to that case from then on. What is theirs is looked up here;
   * what comes back writes it in the transaction of what they say, so that there is never one without the other.
   */
  async attaching(input: unknown, person: PersonId): Promise<((tx: Tx, caseId: string) => Promise<void>) | undefined> {
    const found: { id: string; uploader: PersonId }[] = [];
    for (const id of [...new Set(fileIdsIn(input))].slice(0, MOST_NAMED)) {
      const file = await this.parts.files.find(id);
      if (file?.attachedTo === null && (await this.mayName(id, person))) found.push({ id, uploader: file.uploader });
    }
    if (found.length === 0) return undefined;
    return async (tx, caseId) => {
      for (const { id, uploader } of found)
        await this.parts.files.attach(tx, { id, to: 'case', subject: caseId }, { by: person, uploader });
    };
  }

  /** Whether both hold an office at the same unit. */
  async #workTogether(one: PersonId, other: PersonId): Promise<boolean> {
    const { database, access } = this.parts;
    return database.transaction(
      async (tx) => {
        const unitsOf = async (person: PersonId) =>
          (await access.standing(tx, person)).grants.flatMap(({ held, unit }) => (held === 'office' ? [unit] : []));
        const units = await unitsOf(other);
        return (await unitsOf(one)).some((unit) => units.includes(unit));
      },
      { readOnly: true },
    );
  }

  /** Whether somebody runs the case a photo belongs to, and so reviews what is published of it. */
  async mayReview(file: FileRow, person: PersonId): Promise<boolean> {
    return file.attachedTo === 'case' && (await this.#eyes(file.subject ?? '', person)) === 'staff';
  }

  /** What a photo lacks to be published: a case that is not confidential, the consent of the resident who handed it in. */
  async lacksForPublishing(
    file: FileRow,
    reviewer: PersonId,
  ): Promise<'file.not_publishable' | 'consent.missing' | null> {
    const { reader, database, consents } = this.parts;
    const glanced = await reader.glance(file.subject ?? '', { kind: 'person', person: reviewer });
    if (glanced === null || glanced.view.visibility === 'confidential') return 'file.not_publishable';
    const giver = file.onBehalfOf ?? file.uploader;
    const isParty = glanced.view.parties.some(({ person }) => person === giver);
    if (!isParty) return null;
    const agrees = await database.transaction((tx) => consents.isGiven(tx, giver, 'photoPublication'), {
      readOnly: true,
    });
    return agrees ? null : 'consent.missing';
  }

  async #eyes(caseId: string, person: PersonId | null): Promise<Eyes | null> {
    const actor = person === null ? null : ({ kind: 'person', person } as const);
    return (await this.parts.reader.glance(caseId, actor))?.eyes ?? null;
  }

  /** Scans of signed consents are for those who may unmask where the person lives. */
  async #keepsRecordsOf(person: PersonId, subject: PersonId): Promise<boolean> {
    const { database, access, registry } = this.parts;
    const roles: readonly string[] = CAPABILITIES['privacy.unmask'];
    return database.transaction(
      async (tx) => {
        const unit = (await registry.person(tx, subject))?.unit;
        if (unit === undefined) return false;
        const lineage = await registry.lineage(tx, unit);
        const { grants } = await access.standing(tx, person);
        return grants.some((grant) => roles.includes(grant.role) && lineage.includes(grant.unit));
      },
      { readOnly: true },
    );
  }
}

const MOST_NAMED = 100;
const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whatever in an input could be the id of a file. */
function fileIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return FILE_ID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => fileIdsIn(part));
}

function isOwn({ uploader, onBehalfOf }: FileRow, person: PersonId | null): boolean {
  return person !== null && (uploader === person || onBehalfOf === person);
}

function isShown(file: FileRow, person: PersonId | null, eyes: Eyes): boolean {
  if (file.original !== null) return file.publishedAt !== null && file.withdrawnAt === null;
  return isOwn(file, person) || WORKING_EYES.includes(eyes);
}
