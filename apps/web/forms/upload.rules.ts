/** Largest file the service takes, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

const PICTURE_TYPES = /^image\/(?:jpeg|png|webp|avif|heic|heif)$/;
const HEIC = /\.hei[cf]$/i;

interface NamedFile {
  name: string;
  type: string;
}

/** Whether a file calls itself a photo. Not every system knows the type of HEIC: then its name says it. */
export function isPicture({ name, type }: NamedFile): boolean {
  return PICTURE_TYPES.test(type) || HEIC.test(name);
}

/** Whether a file calls itself a photo as iPhones take them, which few browsers can open. */
export function isHeic({ name, type }: NamedFile): boolean {
  return /^image\/hei[cf]$/.test(type) || HEIC.test(name);
}

/** How many of the files somebody chose there is room for. */
export function roomFor<File>(
  chosen: readonly File[],
  { most, taken }: { most: number; taken: number },
): { added: File[]; left: File[] } {
  const room = Math.max(0, most - taken);
  return { added: chosen.slice(0, room), left: chosen.slice(room) };
}

/** Whether the same file may be taken when it is sent again: not what is wrong with the file itself. */
export function canBeSentAgain({ status }: { status: number }): boolean {
  return ![413, 415, 422].includes(status);
}
