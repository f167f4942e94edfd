import { fileTypeFromBuffer } from 'file-type';

import { FileRefused } from './files.refused.js';
import type { FileKind } from './files.vocabulary.js';

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** What is taken, by its real content, with the endings people give such files. */
const TAKEN: Readonly<Record<string, { kind: FileKind; endings: readonly string[] }>> = {
  'image/jpeg': { kind: 'image', endings: ['jpg', 'jpeg'] },
  'image/png': { kind: 'image', endings: ['png'] },
  'image/webp': { kind: 'image', endings: ['webp'] },
  'image/avif': { kind: 'image', endings: ['avif'] },
  'application/pdf': { kind: 'document', endings: ['pdf'] },
  'audio/mpeg': { kind: 'audio', endings: ['mp3'] },
  'audio/ogg': { kind: 'audio', endings: ['ogg', 'oga', 'opus'] },
  'audio/wav': { kind: 'audio', endings: ['wav'] },
  'audio/amr': { kind: 'audio', endings: ['amr'] },
  'audio/x-m4a': { kind: 'audio', endings: ['m4a'] },
};

/** Endings that say of what kind a file is; another ending says nothing. */
const KIND_OF_ENDING = new Map(
  Object.values(TAKEN).flatMap(({ kind, endings }) => endings.map((ending) => [ending, kind] as const)),
);

/** What a file really is. */
export interface Content {
  kind: FileKind;
  mediaType: string;
}

/**
 * Looks at the first bytes, never at the name or at what the browser says.
 * @throws FileRefused `file.type_refused` for what is not taken, `file.name_deceives` for a PDF named `.jpg` and the like.
 */
export async function contentOf(bytes: Uint8Array, name: string): Promise<Content> {
  const found = await fileTypeFromBuffer(bytes);
  const mediaType = (found?.mime ?? '').split(';')[0] ?? '';
  const taken = TAKEN[mediaType];
  if (taken === undefined) throw new FileRefused('file.type_refused');
  const said = KIND_OF_ENDING.get(endingOf(name));
  if (said !== undefined && said !== taken.kind)
    throw new FileRefused('file.name_deceives', { type: usualEnding(mediaType).toUpperCase() });
  return { kind: taken.kind, mediaType };
}

/** The usual ending of a media type, for the name of a download. */
export function usualEnding(mediaType: string): string {
  return TAKEN[mediaType]?.endings[0] ?? 'bin';
}

function endingOf(name: string): string {
  return (/\.([A-Za-z0-9]{1,5})$/.exec(name.trim())?.[1] ?? '').toLowerCase();
}

const MOST_CHARACTERS = 120;
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"\\/:*?<>|]/g;

/**
 * A name for people: the last part of a path, without characters that could lead elsewhere or turn the reading direction, with
 * the ending of what the file really is. Never used to find a file.
 */
export function shownName(name: string, mediaType: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(UNSAFE, '')
    .replace(/^\.+/, '')
    .trim();
  const short = Array.from(stem).slice(0, MOST_CHARACTERS).join('');
  return `${short === '' ? 'file' : short}.${usualEnding(mediaType)}`;
}
