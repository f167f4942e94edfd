/*
 * Before anything is drawn: the language, type size and colours somebody chose, so that nothing jumps; and what the page will need
 * is sent for, and its heading shown, while its script is still on its way. Comes as it is into old browsers: no modules, no build.
 */
(function () {
  const root = document.documentElement;
  let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  try {
    const chosen = JSON.parse(localStorage.getItem('minyi.preferences') || '{}');
    const asked = new URLSearchParams(location.search).get('lang');
    language = asked === 'zh' || asked === 'en' ? asked : chosen.language || language;
    root.dataset.size = chosen.size || 'normal';
    root.dataset.contrast = chosen.contrast || 'normal';
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : isDark ? 'dark' : 'light';
  } catch {
    /* a browser that keeps nothing shows the page as it comes */
  }
  root.lang = language === 'zh' ? 'zh-CN' : 'en';

  const session = fetch('/api/v1/session', { headers: { 'accept-language': root.lang } });
  session.catch(function () {
    /* the page says so when it takes it */
  });
  window.minyiBegun = { '/api/v1/session': session };

  /* which files a page begins with, and its heading, is known when the pages are built */
  const page = JSON.parse('__MINYI_FIRST_PAGES__')[location.pathname.replace(/^(\/[^/]+\/)[^/]+$/, '$1*')];
  if (page === undefined) return;
  for (const file of page.files) {
    const link = document.createElement('link');
    const isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  }
  const reading = new MutationObserver(function () {
    if (document.getElementById('opening-lead') === null) return;
    reading.disconnect();
    for (const part of ['heading', 'lead'])
      if (page[part]) document.getElementById('opening-' + part).textContent = page[part][language === 'zh' ? 0 : 1];
  });
  reading.observe(root, { childList: true, subtree: true });
})();
