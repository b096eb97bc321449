// Runs before the first paint, as a file of its own because the content policy forbids inline scripts.
(function () {
  // zod otherwise probes `new Function`, which the content policy reports as a violation.
  globalThis.__zod_globalConfig = { jitless: true };
  var saved = null;
  try {
    saved = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be blocked: the system's scheme is good enough.
  }
  var dark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
