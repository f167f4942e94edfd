import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent } from '#libs/engine';

import type { noticeActs } from './notice.acts.js';

type Acts = typeof noticeActs;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
export type NoticeEvent = ActEvents | CancelledEvent;
