/**
 * The one script of the start page, at `/start.js`: while the demonstration year is being lived it renews what has changed on the
 * page, without a reload that would take the reader's place away. Without it the page says the same, as of when it was opened.
 */
export const START_SCRIPT = `const LIVE = ['numbers-now', 'year-now', 'recent-now'];
async function renew() {
  const answer = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of LIVE) {
    const old = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (old !== null && fresh !== null && old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
  }
  waitIfRunning();
}
function waitIfRunning() {
  if (document.querySelector('[data-running="yes"]') !== null) setTimeout(() => renew().catch(waitIfRunning), 3000);
}
waitIfRunning();
`;

/** The icon in the browser's tab, for pages and for drawings opened by themselves. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#9c1c1c"/><text x="16" y="23" font-size="19" text-anchor="middle" fill="#fff">议</text>
</svg>`;
