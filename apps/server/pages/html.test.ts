import { expect, test } from '@jest/globals';

import { html } from './html.js';

/** The formatter lays templates out as it likes: blanks between tags mean nothing. */
const dense = ({ text }: { text: string }): string => text.replaceAll(/>\s+/g, '>').replaceAll(/\s+</g, '<').trim();

test('values are escaped in content and in attributes', () => {
  const name = `<img src=x onerror='alert("1")'>&`;
  const safe = '&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&amp;';
  expect(dense(html`<li title="${name}">${name}</li>`)).toBe(`<li title="${safe}">${safe}</li>`);
});

test('what is HTML already is not escaped a second time', () => {
  const item = html`<li>a&amp;b</li>`;
  expect(
    dense(
      html`<ul>
          ${[item, item]}
        </ul>
        ${html`<b>${1}</b>`}`,
    ),
  ).toBe('<ul><li>a&amp;b</li><li>a&amp;b</li></ul><b>1</b>');
});
