import { z } from 'zod';

/** What is wrong with an input, and where: `message` in English, `zh` the same in Chinese where it is known. */
export interface InputIssue {
  path: string;
  message: string;
  zh?: string | undefined;
}

const ENGLISH = z.locales.en().localeError;
const CHINESE = z.locales.zhCN().localeError;

/** Sentences of schemas of ours: zod's own are in its locales. */
const UNKNOWN_FIELD = { message: 'is not a field here', zh: '这里没有这一项' };

/**
 * Everything that is wrong with an input that a schema has refused, in both languages; the language of the reader is chosen where the
 * answer is written. The input is parsed again, once for each language: zod words an issue when it finds it.
 */
export function inputIssues(schema: z.ZodType, input: unknown): InputIssue[] {
  const english = problemsOf(schema, input, ENGLISH);
  const chinese = problemsOf(schema, input, CHINESE);
  return english.flatMap((issue, index): InputIssue[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key].map(String).join('.'), ...UNKNOWN_FIELD }));
    const path = issue.path.map(String).join('.');
    return [{ path, message: issue.message, zh: chinese[index]?.message }];
  });
}

function problemsOf(schema: z.ZodType, input: unknown, error: z.core.$ZodErrorMap): z.core.$ZodIssue[] {
  return schema.safeParse(input, { error }).error?.issues ?? [];
}
