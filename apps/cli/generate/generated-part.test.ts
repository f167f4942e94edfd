import { expect, test } from '@jest/globals';

import { markedPart, withGeneratedPart } from './generated-part.js';

test('what stands between the markers is replaced, what people wrote around them stays', () => {
  const document = `# Task\n\nOurs.\n\n${markedPart({ content: 'old' })}\n\nOurs too.\n`;
  const renewed = withGeneratedPart(document, { content: 'new\n' });
  expect(renewed).toBe(`# Task\n\nOurs.\n\n<!-- generated -->\n\nnew\n\n<!-- /generated -->\n\nOurs too.\n`);
  expect(withGeneratedPart(renewed ?? '', { content: 'new' })).toBe(renewed);
});

test('a named part leaves the others alone', () => {
  const document = `${markedPart({ content: 'a' })}\n${markedPart({ name: 'config', content: 'b' })}`;
  const renewed = withGeneratedPart(document, { name: 'config', content: 'c' });
  expect(renewed).toBe(`${markedPart({ content: 'a' })}\n${markedPart({ name: 'config', content: 'c' })}`);
});

test('a document without markers is not touched', () => {
  expect(withGeneratedPart('# Ours', { content: 'x' })).toBeNull();
});
