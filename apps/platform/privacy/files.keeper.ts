import type { FilesUpkeep } from '#libs/files';
import { holding, type Holding, type Keeper } from '#libs/privacy';
import type { PersonId } from '#libs/registry';

/** The part of the files: what somebody handed in. */
export class FilesKeeper implements Keeper {
  readonly name = 'files';

  constructor(private readonly upkeep: FilesUpkeep) {}

  async held(ids: readonly PersonId[]): Promise<Holding[]> {
    const rows = (await Promise.all(ids.map((id) => this.upkeep.filesOf(id)))).flat();
    const shown = rows.map(({ id, kind, mediaType, bytes, at, attachedTo, subject, publishedAt }) => ({
      id,
      kind,
      mediaType,
      bytes,
      at,
      attachedTo,
      subject,
      publishedAt,
    }));
    return [holding('files', ['我上传的文件', 'Files I handed in'], shown)];
  }

  async erase(ids: readonly PersonId[]): Promise<number> {
    let erased = 0;
    for (const id of ids) erased += await this.upkeep.eraseOf(id);
    return erased;
  }
}
