export type { News, Queue, QueueDepth, QueueLog, Stop, Wake } from './queue.js';
export type { OpenQueueOptions } from './open.js';
export { openQueue } from './open.js';
