import { Html } from './html.js';

/** The looks of the start page: large type, strong contrast, one column, targets a thumb can hit. */
export const START_STYLE = new Html(`
:root { color-scheme: light dark; --ink: #16191c; --paper: #fffdf8; --line: #8a8478; --link: #0a4680; --card: #f4f0e6; --mark: #9c1c1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3efe7; --paper: #14181b; --line: #7d868e; --link: #9fd0ff; --card: #20272c; --mark: #ffb3a8; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 54rem; padding: 1rem 1.1rem 2rem; background: var(--paper); color: var(--ink);
  font: 1.25rem/1.7 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 2.1rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.5rem; line-height: 1.3; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.25rem; margin: 0; }
p { margin: .6rem 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 4px solid var(--link); outline-offset: 3px; border-radius: .2rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; padding: .4rem 0; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; }
.switch {
  display: inline-flex; align-items: center; min-height: 3rem; padding: 0 1.1rem; border: 2px solid var(--link);
  border-radius: .5rem; text-decoration: none; font-weight: 600;
}
.steps { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr)); }
.steps li, .card, .numbers div { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); padding: .7rem 1rem; }
.steps h3 { font-size: 1.6rem; line-height: 1.3; color: var(--mark); }
.steps p { margin: .2rem 0 0; line-height: 1.55; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
.numbers div { min-width: max-content; flex: 1; padding: .5rem .8rem; }
.numbers dt { font-weight: 600; line-height: 1.4; overflow-wrap: normal; }
.numbers dd { font-size: 2.1rem; line-height: 1.3; font-weight: 700; margin: 0; }
.rows li { border-bottom: 1px solid var(--line); padding: .7rem 0; }
.rows p { margin: 0; }
.rows a, .links a { display: inline-block; padding: .3rem 0; }
.stage { display: inline-block; border: 2px solid var(--mark); color: var(--mark); border-radius: .4rem; padding: 0 .5rem; font-weight: 700; line-height: 1.5; }
.people { display: grid; gap: .6rem; }
.people + details { margin-top: .6rem; }
.card { padding: 0; }
summary { padding: .7rem 1rem; cursor: pointer; min-height: 3.2rem; }
details > :not(summary) { margin: .3rem 1rem .8rem; }
dl dt { font-weight: 600; }
dl dd { margin: 0 0 .4rem; }
pre, code { font: 1rem/1.5 ui-monospace, Consolas, monospace; }
pre { white-space: pre-wrap; padding: .7rem; border: 1px solid var(--line); border-radius: .4rem; }
progress { width: 100%; height: 1.4rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: 1.125rem; }
`);
