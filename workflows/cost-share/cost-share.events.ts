import type { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import type { costShareActs } from './cost-share.acts.js';
import { signOffTells } from '../sign-off/contract.js';

/** What cost shares hear from the chain they pay for. */
export const costShareReceives = { ...signOffTells };

type Acts = typeof costShareActs;
type Receives = typeof costShareReceives;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type CostShareEvent = ActEvents | Told | CancelledEvent;
