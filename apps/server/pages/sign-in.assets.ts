/**
 * The script of the pages to come in by, at `/sign-in.js`: sends the forms as JSON, shows the next step, says what went wrong.
 * The code of a slip comes behind the `#` of the address; it is taken out of the address at once.
 */
export const SIGN_IN_SCRIPT = `const main = document.getElementById('main');
const { door, next, busy, failed, born, unknown, saved, reset } = main.dataset;
const byId = (id) => document.getElementById(id);
const value = (id) => byId(id).value;
const say = (id, text) => { byId(id).textContent = text; };

async function ask(method, path, body) {
  const init = { method, headers: { accept: 'application/json', 'accept-language': document.documentElement.lang }, cache: 'no-store' };
  if (body !== undefined) {
    init.headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch('/api/v1/' + path, init);
  } catch {
    throw new Error(failed);
  }
  const said = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(said.title + (document.documentElement.lang === 'en' ? '. ' : '。') + said.detail), { code: said.code });
  return said;
}

function show(step) {
  for (const one of main.querySelectorAll('.step')) one.hidden = one.id !== 'step-' + step;
  say('error', '');
  const focus = byId('step-' + step)?.querySelector('input, button');
  focus?.focus();
}

async function during(button, work) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  say('error', '');
  say('said', busy);
  try {
    await work();
  } catch (error) {
    say('error', error.message);
  } finally {
    button.removeAttribute('aria-busy');
    if (byId('said').textContent === busy) say('said', '');
  }
}

function onSubmit(id, work) {
  byId(id)?.addEventListener('submit', (event) => {
    event.preventDefault();
    void during(event.target.querySelector('button'), work);
  });
}
const onClick = (target, work) => target?.addEventListener('click', () => void during(target, work));

function enter(session) {
  for (const name of main.querySelectorAll('[data-name]')) name.textContent = session.name ?? '';
  if (session.secondFactor === 'due') show('code');
  else if (session.secondFactor === 'enrol') show('enrol');
  else if (door === 'sign-in') location.assign(next);
  else show('inside');
}

onSubmit('form-password', async () => {
  enter(await ask('POST', 'session', { login: value('login'), password: value('password') }));
});
onSubmit('form-code', async () => {
  enter(await ask('POST', 'session/second-factor', { code: value('code') }));
});
onClick(byId('enrol-begin'), async () => {
  const { picture, secret } = await ask('POST', 'me/second-factor', {});
  byId('enrol-picture').src = 'data:image/svg+xml,' + encodeURIComponent(picture);
  say('enrol-secret', secret.match(/.{1,4}/g).join(' '));
  byId('enrol-begin').hidden = true;
  byId('form-enrol').hidden = false;
  byId('first-code').focus();
});
onSubmit('form-enrol', async () => {
  const { recoveryCodes } = await ask('POST', 'me/second-factor/confirm', { code: value('first-code') });
  byId('codes').replaceChildren(...recoveryCodes.map((code) => Object.assign(document.createElement('li'), { textContent: code })));
  show('codes');
});
onClick(byId('codes-done'), async () => enter(await ask('GET', 'session')));
onClick(byId('single-sign-on'), async () => {
  const { url } = await ask('POST', 'single-sign-on', { purpose: 'signIn', next });
  location.assign(url);
});
onSubmit('form-slip', async () => {
  const { people } = await ask('POST', 'join/look', { code: value('slip') });
  byId('people').replaceChildren(...people.map(({ choice, initial, birthYear }, at) => {
    const label = document.createElement('label');
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'choice', value: choice, required: true });
    radio.checked = people.length === 1 && at === 0;
    label.append(radio, initial + ' · ' + (birthYear === null ? unknown : birthYear + ' ' + born));
    return label;
  }));
  show('who');
});
onSubmit('form-who', async () => {
  const choice = main.querySelector('input[name=choice]:checked').value;
  enter(await ask('POST', 'join', { code: value('slip'), choice }));
});
onSubmit('form-set', async () => {
  await ask('POST', 'me/password', { login: value('new-login'), password: value('new-password') });
  byId('form-set').hidden = true;
  say('said', saved);
});
onSubmit('form-reset', async () => {
  const { login } = await ask('POST', 'password-reset', { code: value('reset-code'), password: value('reset-password') });
  byId('step-reset').hidden = true;
  say('said', reset + ' ' + (login ?? ''));
});
for (const go of main.querySelectorAll('[data-go]')) go.addEventListener('click', () => location.assign(next));
for (const out of main.querySelectorAll('[data-sign-out]'))
  onClick(out, async () => {
    await ask('POST', 'session/end');
    show('password');
  });
for (const box of main.querySelectorAll('[data-show]'))
  box.addEventListener('change', () => {
    for (const field of box.form.querySelectorAll('input[autocomplete$=password]')) field.type = box.checked ? 'text' : 'password';
  });

if (door === 'join' && location.hash.length > 1) {
  byId('slip').value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}
if (door === 'sign-in') {
  const session = await ask('GET', 'session').catch(() => ({ person: null }));
  if (session.person !== null && session.secondFactor !== 'passed') enter(session);
  else if (session.person !== null && byId('login').value === '' && byId('error').textContent === '') {
    for (const name of main.querySelectorAll('[data-name]')) name.textContent = session.name ?? '';
    show('inside');
  }
}
`;
