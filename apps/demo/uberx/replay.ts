import type { Opinions } from '#libs/opinion';

import type { Consultation } from './consultation.js';

/** Votes that are under way at the same time; statements wait for each other within a person's answers only. */
const TOGETHER = 2_000;

export interface Replay {
  opinions: Opinions;
  /** The case, open to statements that are shown at once, many of one author. */
  deliberation: string;
  consultation: Consultation;
  /** Whose names people get: `uberx:17`. */
  personOf: (participant: number) => string;
  /** Told the moment of each statement and vote before it is taken, for a clock that follows them. */
  at?: (instant: string) => void;
  /** Told how many votes have been taken. */
  onProgress?: (taken: number) => void;
}

/**
 * Replays a consultation through the product: statements are said by their authors, every vote is taken in the order in which it
 * was given, and what was rejected then is rejected with a reason. Answers how many votes were taken.
 */
export async function replayConsultation(replay: Replay): Promise<number> {
  const { opinions, deliberation, consultation, personOf, at } = replay;
  const [first] = consultation.votes;
  if (first !== undefined) at?.(first.at);
  for (const { author, text, number } of consultation.statements) {
    const said = { deliberation, author: personOf(author), text, key: `replay ${String(number)}` };
    const { number: given } = await opinions.statements.say(said);
    if (given !== number) throw new Error(`statement ${String(number)} became ${String(given)}`);
  }
  const taken = await takeVotes(replay);
  for (const { number } of consultation.statements.filter(({ moderated }) => moderated < 0)) {
    const decision = { show: false, reason: '当时的主持人没有通过。' } as const;
    await opinions.statements.moderate({ deliberation, number, decision, by: 'uberx:moderator' });
  }
  return taken;
}

async function takeVotes({ opinions, deliberation, consultation, personOf, at, onProgress }: Replay): Promise<number> {
  const { votes } = consultation;
  for (let from = 0; from < votes.length; from += TOGETHER) {
    const taking = votes.slice(from, from + TOGETHER).map(({ statement, voter, position, ...vote }) => {
      at?.(vote.at);
      return opinions.positions.take({ deliberation, person: personOf(voter), statement, position });
    });
    await Promise.all(taking);
    onProgress?.(Math.min(from + TOGETHER, votes.length));
  }
  return votes.length;
}
