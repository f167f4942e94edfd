import type { phraseWords } from '../../words/phrases.words.js';

export type PhraseKey = keyof typeof phraseWords;

interface PhrasesOfAct {
  /** Field of the form they are for. */
  field: string;
  phrases: readonly PhraseKey[];
}

const PHRASES: Partial<Record<string, PhrasesOfAct>> = {
  returnTask: { field: 'reason', phrases: ['returnDuty', 'returnPlace', 'returnLead'] },
  askExtension: { field: 'reason', phrases: ['extendParts', 'extendWeather', 'extendHome'] },
  askHold: { field: 'reason', phrases: ['extendParts', 'extendWeather', 'extendHome'] },
  progress: { field: 'note', phrases: ['progressSeen', 'progressParts', 'progressAgreed', 'progressHalf'] },
  finish: { field: 'answer', phrases: ['finishRepaired', 'finishExplained', 'finishWatch'] },
  answerResident: { field: 'text', phrases: ['answerUnderWay', 'answerWhen'] },
  sendBackAnswer: { field: 'reason', phrases: ['backPlain', 'backProof', 'backMissing'] },
  reportImpossible: { field: 'reason', phrases: ['impossibleLaw', 'impossibleAppeal'] },
  refuseExtension: { field: 'reason', phrases: ['refuseLate', 'refusePlan'] },
};

/** Sentences for an act, with the field they belong into; `null`: there are none. */
export function phrasesFor(act: string): PhrasesOfAct | null {
  return PHRASES[act] ?? null;
}
