import { expect, test } from '@jest/globals';

import { html } from './html.js';

test('values are escaped, HTML is not escaped twice', () => {
  const name = `<img src=x onerror='alert("1")'>&`;
  const item = html`<li title="${name}">${name}</li>`;
  expect(
    html`<ul>
        ${[item, item]}
      </ul>
      ${html`<b>${1}</b>`}`.text,
  ).toBe(
    `<ul>${`<li title="&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&amp;">&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&amp;</li>`.repeat(2)}</ul><b>1</b>`,
  );
});
