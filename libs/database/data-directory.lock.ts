/** Held while the data directory is open. */
export interface DataDirectoryLock {
  release(): Promise<void>;
}

/** Takes the data directory for this process. */
export function lockDataDirectory(_directory: string): Promise<DataDirectoryLock> {
  return Promise.resolve({ release: () => Promise.resolve() });
}
