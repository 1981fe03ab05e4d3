/** Colours of both themes. Paper is always light. Text keeps a contrast of 4.5 to its ground, marks 3. */
const themes = `
:root {
  color-scheme: light;
  --ground: #f6f6f4; --card: #ffffff; --ink: #1d2126; --quiet: #565e69; --line: #dcdfe3; --soft: #eceef0;
  --bad: #b3261e; --bad-soft: #fbeae8; --open: #855300; --open-soft: #fcf1dc; --good: #18693f; --good-soft: #e4f3ea;
  --link: #1b5a9c; --need: #c3cad3; --promise: #6b7685; --kept: #1b5a9c; --on: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #131619; --card: #1b1f24; --ink: #e7e9ec; --quiet: #a5adb8; --line: #333a42; --soft: #262c33;
    --bad: #ff8f85; --bad-soft: #3a2120; --open: #f0c05a; --open-soft: #362b16; --good: #7fd6a6; --good-soft: #183024;
    --link: #8dbdf5; --need: #48515c; --promise: #8d98a6; --kept: #8dbdf5; --on: #131619;
  }
}
`;

const page = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
body > header, main, body > footer { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
body > header { padding-top: 2rem; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: 1.85rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 1.15rem; font-weight: 650; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.05rem; font-weight: 650; display: inline; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.875em; }
code { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
small { font-size: 0.8125rem; color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.marks { position: absolute; }
.brand { color: var(--quiet); font-size: 0.875rem; margin-bottom: 0.35rem; }
.summary { color: var(--quiet); margin-top: 0.4rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.9rem; font-size: 0.9375rem; }
body > header { border-top: 6px solid var(--good); max-width: none; padding-left: max(1.25rem, 50vw - 33.75rem); padding-right: max(1.25rem, 50vw - 33.75rem); }
body > header.bad { border-color: var(--bad); }
body > header.open { border-color: var(--open); }
.sign { display: inline-grid; place-items: center; width: 1.25em; height: 1.25em; margin-right: 0.35em; border-radius: 50%; background: var(--good); color: var(--on); font-size: 0.8em; font-weight: 700; vertical-align: 0.06em; }
.bad .sign { background: var(--bad); }
.open .sign { background: var(--open); }
.unjudged { margin-top: 1.5rem; padding: 0.9rem 1.1rem; background: var(--open-soft); border-left: 4px solid var(--open); border-radius: 4px; }
.unjudged ul { margin: 0.3rem 0 0.3rem 1.2rem; }
body > footer { color: var(--quiet); font-size: 0.8125rem; padding-top: 2.5rem; padding-bottom: 2.5rem; }
`;

const cards = `
.card { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--good); border-radius: 8px; margin-bottom: 0.9rem; padding: 0.9rem 1.1rem; }
.card.cut, .card.error { border-left-color: var(--bad); }
.card.unknown, .card.warning { border-left-color: var(--open); }
.card.info { border-left-color: var(--quiet); }
.card > summary { cursor: pointer; margin: -0.9rem -1.1rem; padding: 0.9rem 1.1rem; }
.card > .body { padding-top: 1.6rem; }
.body { scroll-margin-top: 5rem; }
.body > p { margin-bottom: 0.6rem; color: var(--quiet); }
.gist { color: var(--quiet); }
.cut .gist { color: var(--ink); }
.badge { display: inline-block; padding: 0 0.55em; border-radius: 1em; font-size: 0.8125rem; font-weight: 600; line-height: 1.6; background: var(--good-soft); color: var(--good); margin-right: 0.25rem; white-space: nowrap; }
.badge.cut, .badge.error { background: var(--bad-soft); color: var(--bad); }
.badge.unknown, .badge.warning { background: var(--open-soft); color: var(--open); }
.badge.info { background: var(--soft); color: var(--quiet); }
.overview { list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.5rem 1.1rem; margin-bottom: 0.9rem; font-size: 0.9375rem; }
.overview li { padding: 0.25rem 0; display: grid; grid-template-columns: 6.5rem minmax(8rem, 14rem) 1fr; gap: 0 0.75rem; align-items: baseline; }
.overview li span:last-child { color: var(--quiet); }
.overview .badge { justify-self: start; }
.facts { display: flex; flex-wrap: wrap; gap: 0.6rem 0; margin-bottom: 1.1rem; }
.facts > div { flex: 1 1 8rem; padding: 0 1rem; border-left: 1px solid var(--line); }
.facts > div:first-child { padding-left: 0; border-left: 0; flex-grow: 0.6; }
.facts dt { color: var(--quiet); font-size: 0.8125rem; }
.facts .cut dd { color: var(--bad); font-weight: 650; font-size: 1.15rem; line-height: 1.3; }
.finding header code { color: var(--quiet); }
.finding h3 code { color: var(--ink); font-size: 0.95rem; }
.finding .policy { color: var(--quiet); font-size: 0.9375rem; margin-top: 0.15rem; }
.message { margin-top: 0.6rem; }
.whom, .same, .more { color: var(--quiet); font-size: 0.9375rem; }
.numbers { display: inline-block; background: var(--soft); color: var(--ink); border-radius: 4px; padding: 0 0.45em; margin-left: 0.4em; font-size: 0.875rem; }
.settles { margin-top: 0.5rem; }
.fix { margin-top: 0.8rem; }
.fix > div { position: relative; margin-top: 0.3rem; }
.fix p { font-size: 0.9375rem; margin-top: 0.3rem; }
pre { margin: 0; padding: 0.7rem 4.5rem 0.7rem 0.9rem; background: var(--soft); border-radius: 6px; white-space: pre-wrap; line-height: 1.45; }
button { position: absolute; top: 0.45rem; right: 0.45rem; font: 600 0.8125rem/1 system-ui, sans-serif; padding: 0.45rem 0.65rem; min-height: 1.75rem; border: 1px solid var(--line); border-radius: 5px; background: var(--card); color: var(--ink); cursor: pointer; }
button:hover { border-color: var(--quiet); }
.origin { margin-top: 0.8rem; font-size: 0.875rem; color: var(--quiet); }
.origin > div { display: grid; grid-template-columns: 3.2rem 1fr; }
.origin dt { grid-row: span 99; }
.origin dd { grid-column: 2; }
.why { margin-top: 0.6rem; font-size: 0.9375rem; }
.why summary, .list summary { cursor: pointer; color: var(--quiet); }
.why ul, .list ul, .plain { margin: 0.3rem 0 0.3rem 1.2rem; }
.list { margin-bottom: 0.6rem; }
.list li, .plain li { font-size: 0.9375rem; margin: 0.15rem 0; }
`;

const drawing = `
.drawn + .drawn { margin-top: 2.2rem; border-top: 1px solid var(--line); padding-top: 1.4rem; }
h4 { font-size: 0.9375rem; font-weight: 600; }
.hops { list-style: none; display: flex; flex-wrap: wrap; gap: 0.6rem 0; margin-bottom: 1.2rem; }
.hop, .caller { flex: 1 1 9rem; min-width: 8rem; max-width: 22rem; display: flex; flex-direction: column; position: relative; padding-right: 1.6rem; }
.caller { flex: 0 1 auto; min-width: 0; justify-content: center; padding-top: 1.5rem; color: var(--quiet); }
.hop:last-child { padding-right: 0; }
.hop:not(:last-child)::after, .caller::after { content: '→' / ''; position: absolute; right: 0.3rem; top: calc(50% + 0.75rem); translate: 0 -50%; color: var(--quiet); }
.leg { white-space: nowrap; font-size: 0.8125rem; color: var(--quiet); height: 1.5rem; margin-bottom: 0.3rem; border-bottom: 2px solid var(--promise); }
.request .leg { border-bottom-style: dotted; }
.hop:not(.terminates, .opens) .leg { margin-right: -1.6rem; }
.opens .leg { border-color: transparent; }
.hop > div { flex: 1; border: 1px dashed var(--quiet); border-radius: 6px; padding: 0.4rem 0.65rem; line-height: 1.35; }
.hop.terminates > div, .hop.opens > div { border: 1.5px solid var(--quiet); }
.hop small, .hop code { display: block; }
.hop b { display: block; margin-top: 0.15rem; font-size: 0.875rem; }
.hop.cuts > div { border-color: var(--bad); background: var(--bad-soft); }
.hop.cuts b { color: var(--bad); }
.hop.cuts b::before { content: '✕ ' / ''; }
.hop.may-cut > div { border-color: var(--open); background: var(--open-soft); }
.hop.may-cut b { color: var(--open); }
.hop.may-cut b::before { content: '? ' / ''; }
.hop.cuts small, .hop.may-cut small { color: var(--ink); }
h5 { font-size: 0.8125rem; font-weight: 600; color: var(--quiet); margin: 0.9rem 0 0.15rem; }
.timers { list-style: none; }
.timer { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr) 9.5rem; gap: 0 1.1rem; align-items: center; padding: 0.2rem 0; }
.timers .timer + .timer { border-top: 1px solid var(--soft); }
.label { line-height: 1.3; font-size: 0.9375rem; }
.label b { font-weight: 600; }
.label b { display: block; }
.label code + code, .label b + code, .roles { color: var(--quiet); }
.roles { font-size: 0.875rem; }
.effect { line-height: 1.3; font-size: 0.9375rem; }
.effect b { font-weight: 500; display: block; }
.cuts > .effect b { color: var(--bad); font-weight: 700; }
.may-cut > .effect b { color: var(--open); font-weight: 600; }
.aside > .effect b { font-weight: 500; }
.aside.cuts > .bar, .aside.may-cut > .bar { opacity: 0.6; }
.promised { font-weight: 600; }
.explained { grid-column: 1 / -1; font-size: 0.875rem; color: var(--quiet); padding-left: 1rem; }
.bar { display: block; width: 100%; height: 22px; overflow: visible; }
.bar line { stroke: var(--line); stroke-width: 1; }
.ruler text { font-size: 12px; fill: var(--quiet); transform: translateX(4px); }
.scale { padding: 0; }
.need { fill: var(--need); }
.promise { fill: var(--promise); }
.lost { fill: url(#lost); }
.lost-ground { fill: var(--bad-soft); }
.lost-line { fill: var(--bad); }
line.span { stroke: var(--open); stroke-width: 2; stroke-dasharray: 3 3; }
.cuts > .bar line.span { stroke: var(--bad); }
.outlives > .bar line.span, .kept-alive > .bar line.span { stroke: var(--quiet); }
use { fill: none; stroke-linecap: round; stroke-linejoin: round; stroke-width: 2; }
use.cuts { fill: var(--bad); stroke: var(--on); }
use.may-cut { fill: var(--card); stroke: var(--open); }
use.outlives { stroke: var(--good); stroke-width: 3.5; }
use.kept-alive { fill: var(--card); stroke: var(--kept); }
use.never { stroke: var(--quiet); stroke-width: 2.5; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.3rem; margin: 0 0 0.9rem; font-size: 0.875rem; color: var(--quiet); }
.legend li { display: flex; align-items: center; gap: 0.45rem; }
.lone { width: 22px; height: 22px; }
`;

const narrow = `
@media screen and (max-width: 44rem) {
  body > header { padding-top: 1.25rem; }
  h1 { font-size: 1.5rem; }
  .facts { display: grid; gap: 0.5rem; }
  .facts > div { padding: 0; border: 0; display: grid; grid-template-columns: 6.2rem 1fr; }
  .overview li { grid-template-columns: auto 1fr; padding: 0.5rem 0; }
  .overview li span:last-child { grid-column: 1 / -1; }
  .hops { flex-direction: column; gap: 0; }
  .hop, .hop:last-child, .caller { flex: none; max-width: none; padding: 0; }
  .caller { padding-left: 0.7rem; }
  .hop:not(:last-child)::after, .caller::after { display: none; }
  .leg, .hop:not(.terminates, .opens) .leg { height: 1.7rem; margin: 0 0 0 0.9rem; padding-left: 0.7rem; border: 0; border-left: 2px solid var(--promise); display: flex; align-items: center; }
  .request .leg { border-left-style: dotted; }
  .hop.opens .leg { display: none; }
  .timer { grid-template-columns: minmax(0, 1fr) auto; padding: 0.45rem 0; }
  .timer > .bar { grid-column: 1 / -1; grid-row: 2; }
  .timer > .effect { text-align: right; max-width: 9.5rem; }
  .timer.scale > .label, .timer.scale > .effect { display: none; }
  .explained { padding-left: 0; }
  pre { padding-right: 0.9rem; padding-bottom: 2.9rem; }
  button { top: auto; bottom: 0.45rem; }
}
`;

const paper = `
@media print {
  @page { margin: 15mm; }
  body { background: none; font-size: 10.5pt; }
  body > header, main, body > footer { max-width: none; padding-left: 0; padding-right: 0; }
  .card { break-inside: auto; }
  .timer, .hop, .fix, .facts, .finding header, li { break-inside: avoid; }
  h2, h5, summary { break-after: avoid; }
  nav, button, .why { display: none; }
  details.card::details-content { content-visibility: visible; display: block; }
  .timer { grid-template-columns: minmax(0, 13rem) minmax(0, 1fr) 8.5rem; }
  .hop { flex-basis: 6.5rem; min-width: 6rem; }
  pre { padding-right: 0.9rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (forced-colors: active) {
  .bar, .lone { forced-color-adjust: none; }
}
`;

/** The whole style sheet: fonts of the system, nothing to fetch. */
export const style = [themes, page, cards, drawing, narrow, paper].join('');
