/** Editors, their buttons, and formulas that the page sets itself. */
export const liveStyle = `
.editor{overflow-x:auto;background:linear-gradient(var(--red-ground) 0 0) no-repeat 0 calc(1.75rem + (var(--line,0) - 1)*1.312rem)/100% 0}
.editor.marked{background-size:100% 1.312rem}
.sheet{position:relative;width:max-content;min-width:100%}
.editor pre{overflow:visible;min-height:3.9rem}
.editor textarea{position:absolute;inset:0;width:100%;height:100%;margin:0;padding:1.75rem 1rem .9rem;border:0;border-radius:6px;resize:none;overflow:hidden;background:transparent;color:var(--text);-webkit-text-fill-color:transparent;caret-color:var(--text);font:.82rem/1.6 var(--mono);tab-size:2;white-space:pre;text-autospace:no-autospace;text-spacing-trim:space-all;letter-spacing:inherit}
.editor textarea::selection{-webkit-text-fill-color:transparent;background:color-mix(in srgb,var(--accent) 30%,transparent)}
.editor textarea:focus-visible{outline-offset:-2px}
.editor pre,.editor textarea{line-height:1.312rem}
.live-bar,.live-tools{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem;font-size:.8rem;line-height:1.5;color:var(--quiet)}
.live-bar{padding:.35rem .7rem .45rem;border-top:1px solid var(--line)}
.live-tools{margin:1rem 0;padding:.6rem .9rem;border:1px solid var(--line);border-radius:6px;background:var(--panel)}
.live-tools p{flex:1 1 100%;margin:0}
.live-bar .note{flex:1 1 100%;margin:0}
.live-bar button,.live-tools button,.to-line,.blank button{font:inherit;line-height:1.6;min-height:1.9rem;padding:.1rem .8rem;border:1px solid var(--line);border-radius:4px;background:var(--ground);color:var(--text);cursor:pointer}
.live-bar .run{border-color:var(--accent);color:var(--accent);font-weight:700}
.live-bar button:hover,.live-tools button:hover,.blank button:hover{border-color:var(--accent)}
.to-line{color:inherit;background:transparent;border-color:currentColor;min-height:0;padding:0 .5rem;letter-spacing:0}
.cell.edited .input{border-color:var(--accent)}
.cell.running .input{border-color:var(--amber)}
.kernel-only-note{margin:0;padding:.35rem .7rem .45rem;border-top:1px solid var(--line);font-size:.8rem;color:var(--amber)}
.error pre,.stderr pre{white-space:pre-wrap;overflow-wrap:anywhere}
math{font-size:1.08em}
mrow.boxed{border:1px solid currentColor;padding:.1em .35em}
math[display=block]{display:block;margin:.3rem auto}
mtable.aligned>mtr>mtd{text-align:left;padding:.25em 0}
mtable.aligned>mtr>mtd:nth-child(odd){text-align:right}
mtable.aligned>mtr>mtd:nth-child(n+3){padding-left:1.6em;text-align:left}
.exercise-fields{margin:.8rem 0;padding:.6rem .9rem;border:1px solid var(--line);border-radius:6px;background:var(--panel)}
.blank{margin:.6rem 0;padding-top:.6rem;border-top:1px solid var(--line)}
.blank-bar{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;font-size:.85rem}
.blank input{flex:1 1 14rem;min-width:0;font:.9rem/1.6 var(--mono);min-height:1.9rem;padding:.1rem .6rem;border:1px solid var(--quiet);border-radius:4px;background:var(--ground);color:var(--text)}
.preview{min-height:2.4rem;overflow-x:auto;padding:.3rem 0}
.verdict p{margin:.15rem 0;font-size:.88rem;white-space:pre-wrap}
.verdict p:first-child{font-weight:700}
.blank[data-verdict=right] .verdict p:first-child{color:var(--green)}
.blank[data-verdict=wrong] .verdict p:first-child,.blank[data-verdict="not understood"] .verdict p:first-child{color:var(--red)}
.blank[data-verdict="no progress"] .verdict p:first-child{color:var(--amber)}
.hints{margin:.3rem 0;font-size:.88rem;color:var(--quiet)}
.hints:empty{display:none}
@media (pointer:coarse){.live-bar button,.live-tools button,.blank button{min-height:2.6rem;padding:.3rem 1rem}.editor textarea{font-size:max(.82rem,16px)}.editor pre{font-size:max(.82rem,16px)}}
@media print{.live-bar,.live-tools,.editor textarea,.outdated .live-bar>:not([role=status]){display:none}.outdated .live-bar{display:block}.editor{overflow:visible}.sheet{width:auto}}`;
