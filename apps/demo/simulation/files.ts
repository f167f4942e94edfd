import { idFromName } from '#libs/registry';

/** Kinds of invented evidence. */
export const DEMO_FILES = ['before', 'after', 'site', 'survey', 'posted', 'sheet'] as const;
export type DemoFile = (typeof DEMO_FILES)[number];

/** Id of an invented file; the same kind is the same file, so that an installation can put a picture behind each. */
export function demoFile(kind: DemoFile): string {
  return idFromName(`demo-file:${kind}`);
}
