import { Html } from './html.js';

/** What forms need beyond the start page's looks: fields a thumb can hit, errors that are seen and read out. */
export const SIGN_IN_STYLE = new Html(`
main { max-width: 34rem; }
form, .step { display: grid; gap: .9rem; margin: 1.2rem 0; }
[hidden] { display: none !important; }
label { font-weight: 600; display: grid; gap: .3rem; }
label.check { display: flex; gap: .6rem; align-items: flex-start; font-weight: 400; }
input:not([type=checkbox]):not([type=radio]) {
  font: inherit; width: 100%; min-height: 3.2rem; padding: .4rem .8rem; color: var(--ink); background: var(--paper);
  border: 2px solid var(--line); border-radius: .5rem;
}
input[type=checkbox], input[type=radio] { width: 1.6rem; height: 1.6rem; flex: none; margin-top: .2rem; }
button {
  font: inherit; font-weight: 700; min-height: 3.2rem; padding: .4rem 1.2rem; border-radius: .5rem; cursor: pointer;
  border: 2px solid var(--link); background: var(--link); color: var(--paper);
}
button.plain, a.plain { background: transparent; color: var(--link); }
a.plain { display: inline-flex; align-items: center; min-height: 3rem; }
button[aria-busy=true] { opacity: .65; }
input:focus-visible, button:focus-visible { outline: 4px solid var(--link); outline-offset: 3px; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: .6rem; }
fieldset label { display: flex; gap: .7rem; align-items: center; min-height: 3.2rem; padding: .4rem .8rem; border: 2px solid var(--line); border-radius: .5rem; }
.error { border-left: .4rem solid var(--mark); padding: .3rem .8rem; font-weight: 600; }
.error:empty { display: none; }
.picture { width: min(100%, 16rem); background: #fff; }
.secret { font: 700 1.1rem/1.6 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
ol.codes { display: grid; gap: .2rem; padding-left: 2.2rem; list-style: decimal; font: 1.1rem/1.6 ui-monospace, Consolas, monospace; }
`);
