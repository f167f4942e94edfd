import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

/** A statement of the consultation. */
export interface ConsultationStatement {
  number: number;
  author: number;
  text: string;
  /** −1: rejected by a moderator then. */
  moderated: number;
}

/** One answer, as it was given. */
export interface ConsultationVote {
  /** ISO 8601. */
  at: string;
  statement: number;
  voter: number;
  position: -1 | 0 | 1;
}

/** What Polis recorded of one person. */
export interface RecordedParticipant {
  participant: number;
  /** Opinion group; null for whoever had answered too little. */
  group: number | null;
  /** Last answers by statement. */
  last: ReadonlyMap<number, number>;
}

/** A consultation that has really been held. Statements have the numbers Polis gave them, one more than there: from 1. */
export interface Consultation {
  statements: ConsultationStatement[];
  /** In the order in which they were given. */
  votes: ConsultationVote[];
}

type Row = Record<string, string>;

/** The UberX consultation of vTaiwan from the folder its files are in. */
export function uberxConsultation(folder: string): Consultation {
  const statements = table(folder, 'comments.csv')
    .map((row) => ({
      number: Number(row['comment-id']) + 1,
      author: Number(row['author-id']),
      text: row['comment-body'] ?? '',
      moderated: Number(row['moderated']),
    }))
    .sort((a, b) => a.number - b.number);
  const votes = table(folder, 'votes.csv')
    .map((row, line) => ({ ...voteOf(row), line, ms: Number(row['timestamp']) }))
    .sort((a, b) => a.ms - b.ms || a.line - b.line)
    .map(({ at, statement, voter, position }) => ({ at, statement, voter, position }));
  return { statements, votes };
}

/** What Polis made of it. */
export function uberxRecord(folder: string): RecordedParticipant[] {
  return table(folder, 'participants-votes.csv').map((row) => ({
    participant: Number(row['participant']),
    group: row['group-id'] === '' ? null : Number(row['group-id']),
    last: new Map(
      Object.entries(row)
        .filter(([column, value]) => /^\d+$/.test(column) && value !== '')
        .map(([column, value]) => [Number(column) + 1, Number(value)]),
    ),
  }));
}

function voteOf(row: Row): ConsultationVote {
  const vote = Number(row['vote']);
  return {
    at: new Date(Number(row['timestamp'])).toISOString(),
    statement: Number(row['comment-id']) + 1,
    voter: Number(row['voter-id']),
    position: vote > 0 ? 1 : vote < 0 ? -1 : 0,
  };
}

function table(folder: string, file: string): Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
}
