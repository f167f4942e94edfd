/* Before anything is drawn: the language, type size and colours somebody chose, so that nothing jumps. */
(function () {
  try {
    const chosen = JSON.parse(localStorage.getItem('minyi.preferences') || '{}');
    const root = document.documentElement;
    const language = chosen.language || (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.size = chosen.size || 'normal';
    root.dataset.contrast = chosen.contrast || 'normal';
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : isDark ? 'dark' : 'light';
  } catch {
    /* a browser that keeps nothing shows the page as it comes */
  }
})();
