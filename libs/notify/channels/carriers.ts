import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';

import { carryByRobot } from '../robots/robot.carrier.js';
import type { PersonalChannel, RobotKind } from '../deliveries/deliveries.vocabulary.js';
import type { Carrier, Outcome, Parcel } from './channel.types.js';
import type { PostRules } from './guarded-post.js';
import { spool } from './spool.carrier.js';

export interface CarriersParts {
  database: Database;
  now: () => Instant;
  posting: PostRules;
  /** Where there is none, messages of the channel are laid down for the operator. */
  carriers: Partial<Record<PersonalChannel, Carrier>>;
}

/** A way to hand something over, by channel. */
export class Carriers {
  constructor(private readonly parts: CarriersParts) {}

  toPerson(channel: PersonalChannel, parcel: Parcel, person: string): Promise<Outcome> {
    const { carriers, database, now } = this.parts;
    const carrier = carriers[channel];
    return carrier === undefined ? spool(parcel, { database, channel, person, now }) : carrier.carry(parcel);
  }

  toRobot(kind: RobotKind, parcel: Parcel): Promise<Outcome> {
    return carryByRobot(kind, parcel, { rules: this.parts.posting, nowMs: Date.parse(this.parts.now()) });
  }

  close(): void {
    for (const carrier of Object.values(this.parts.carriers)) carrier.close?.();
  }
}
