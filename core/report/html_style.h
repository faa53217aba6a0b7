// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace portolan {

/// The style sheet of the HTML report: light, dark and paper; one column on a phone.
inline constexpr QStringView htmlStyle = uR"css(
:root { color-scheme: light dark; --text: #1f2933; --soft: #5b6775; --line: #d5dbe1; --back: #ffffff; --panel: #f4f6f8;
  --expected: #1c6b36; --expected-back: #e4f4e8; --explained: #1f5582; --explained-back: #e3eef8;
  --unfamiliar: #6b5300; --unfamiliar-back: #fbf1d3; --investigate: #a51d12; --investigate-back: #fdeae8; --link: #14647f; }
@media (prefers-color-scheme: dark) { :root { --text: #e3e8ed; --soft: #a3aebb; --line: #3a444f; --back: #171c21; --panel: #20272e;
  --expected: #8fd6a3; --expected-back: #1d3525; --explained: #95c5ee; --explained-back: #1b3146;
  --unfamiliar: #ecd07c; --unfamiliar-back: #3a3115; --investigate: #ffa59c; --investigate-back: #45201d; --link: #7cc5dd; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--back); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
h4 { font-size: .78rem; text-transform: uppercase; letter-spacing: .05em; color: var(--soft); margin: 1rem 0 .25rem; }
p { margin: .25rem 0 .5rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
a { color: var(--link); }
.soft { color: var(--soft); }
.own { color: var(--link); }
.summary { display: flex; flex-wrap: wrap; gap: .5rem 2rem; list-style: none; padding: .75rem 1rem; margin: 1rem 0; background: var(--panel); border-radius: .5rem; }
.summary b { font-size: 1.3rem; }
.lead { font-size: 1.1rem; margin: 1rem 0; }
.map { display: block; width: 100%; max-width: 46rem; height: auto; }
.map .ground { fill: var(--panel); } .map .dynamic { fill: var(--line); opacity: .45; } .map .system { fill: var(--link); opacity: .2; }
.map .assigned { fill: var(--soft); opacity: .22; } .map .service { fill: var(--link); opacity: .4; } .map .game { fill: var(--explained); opacity: .4; }
.map .malware { fill: var(--investigate); opacity: .4; } .map .grid { fill: none; stroke: var(--line); stroke-width: 1; }
.map .mark { stroke: var(--back); stroke-width: 3; paint-order: stroke; } .map .expected-mark { fill: var(--expected); } .map .explained-mark { fill: var(--explained); }
.map .unfamiliar-mark { fill: var(--unfamiliar); } .map .investigate-mark { fill: var(--investigate); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; }
.expected-key { color: var(--expected); } .explained-key { color: var(--explained); } .unfamiliar-key { color: var(--unfamiliar); } .investigate-key { color: var(--investigate); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
th { font-size: .8rem; color: var(--soft); }
th, td:nth-child(-n+3), .number { white-space: nowrap; overflow-wrap: normal; }
td:nth-child(n+6) { overflow-wrap: break-word; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.verdict { display: inline-block; border-radius: .6rem; padding: 0 .5rem; font-weight: 600; white-space: nowrap; }
.expected { color: var(--expected); background: var(--expected-back); }
.explained { color: var(--explained); background: var(--explained-back); }
.unfamiliar { color: var(--unfamiliar); background: var(--unfamiliar-back); }
.investigate { color: var(--investigate); background: var(--investigate-back); }
.look { border-left: 4px solid var(--investigate); background: var(--investigate-back); padding: .75rem 1rem; margin: .5rem 0; border-radius: 0 .5rem .5rem 0; }
.port { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
.sides { display: grid; grid-template-columns: 2fr 3fr; gap: 1rem; align-items: start; }
.sides > div { background: var(--panel); border-radius: .5rem; padding: .25rem 1rem .75rem; }
code { font: .9em/1.4 ui-monospace, monospace; background: var(--panel); border-radius: .25rem; padding: .05rem .3rem; }
.sides code { background: none; padding: 0; }
.long { max-height: 12rem; overflow-y: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .25rem 0; }
dt { color: var(--soft); } dd { margin: 0; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; }
  thead { position: absolute; left: -999rem; } tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .1rem 0; text-align: right; }
  td::before { content: attr(data-label); color: var(--soft); text-align: left; } }
@media print { :root { --text: #000; --soft: #444; --line: #bbb; --back: #fff; --panel: #f6f6f6; --expected: #000; --explained: #000;
  --unfamiliar: #000; --investigate: #000; --link: #000; --expected-back: #fff; --explained-back: #fff; --unfamiliar-back: #fff; --investigate-back: #fff; }
  @page { margin: 14mm; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; } p, li { orphans: 3; widows: 3; }
  h2, h3, h4, dt { break-after: avoid; } h2 { margin-top: 1.25rem; } h4 { margin-top: .6rem; }
  .look, .summary, .map, tr, li { break-inside: avoid; } .map { max-width: 14cm; } dl { gap: 0 .75rem; } th, td { padding: .2rem .4rem; }
  .verdict { border: 1px solid #888; } .port { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .6rem 0 0; margin: .8rem 0; }
  .sides { gap: .6rem; } .sides > div { padding: 0 .6rem .4rem; } .long { max-height: none; overflow: visible; } .wide { overflow: visible; } }
)css";

} // namespace portolan
