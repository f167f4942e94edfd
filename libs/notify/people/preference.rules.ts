import type { Hours } from '../deliveries/hours.rules.js';
import { PERSONAL_CHANNELS, type PersonalChannel, type Urgency } from '../deliveries/deliveries.vocabulary.js';
import type { Language } from '../words/wording.rules.js';

/** Channels in the order in which they are tried, by urgency. */
export type ChannelChoice = Record<Urgency, PersonalChannel[]>;

/** How somebody wants to be told. */
export interface Preferences {
  language: Language;
  channels: ChannelChoice;
  /** `null`: the hours of the installation. */
  hours: Hours | null;
  /** Routine messages wait for one mail a day. */
  digest: boolean;
  digestHour: number;
}

/** What holds for whoever has said nothing: mail first, a text message for what matters, reminders once a day. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh',
  channels: { emergency: ['sms', 'email'], important: ['email', 'sms'], routine: ['email'] },
  hours: null,
  digest: true,
  digestHour: 17,
};

/** What a person can be reached by now. */
export type Reachable = Readonly<Record<PersonalChannel, boolean>>;

/**
 * Channels a message takes: all of them for an emergency, even those that were switched off; else the first that reaches the person.
 * `without`: channels that have failed for this message.
 */
export function channelsFor(
  urgency: Urgency,
  { channels }: Pick<Preferences, 'channels'>,
  { reachable, without = [] }: { reachable: Reachable; without?: readonly PersonalChannel[] },
): PersonalChannel[] {
  const usable = (channel: PersonalChannel): boolean => reachable[channel] && !without.includes(channel);
  if (urgency === 'emergency') return PERSONAL_CHANNELS.filter(usable);
  return channels[urgency].filter(usable).slice(0, 1);
}

/** Whether a channel is still wanted for what is about to be sent. */
export function isWanted(
  urgency: Urgency,
  channel: PersonalChannel,
  { channels }: Pick<Preferences, 'channels'>,
): boolean {
  return urgency === 'emergency' || channels[urgency].includes(channel);
}
