/** What a task is in its issue: the leading task, an assist to it, an emergency or an errand run for one resident. */
export const TASK_PARTS = ['lead', 'assist', 'emergency', 'errand'] as const;
export type TaskPart = (typeof TASK_PARTS)[number];
