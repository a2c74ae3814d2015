/** Cells, code, outputs, tables and figures. */
export const contentStyle = `
code,pre,.prompt{font-family:var(--mono);text-autospace:no-autospace;text-spacing-trim:space-all}
code{font-size:.88em;background:var(--code);border-radius:3px;padding:.1em .3em}
pre{margin:0;overflow-x:auto;font-size:.82rem;line-height:1.6;tab-size:2}
pre code{font-size:inherit;background:none;padding:0}
.code-keyword{color:light-dark(#a0111f,#ff9492)}.code-string{color:light-dark(#032563,#addcff)}.code-comment{color:var(--quiet)}.code-number{color:var(--accent)}.code-call{color:var(--violet)}
pre.listing{background:var(--code);border-radius:6px;padding:.8rem 1rem;margin:1rem 0}
.cell.code{margin:1.3rem 0}
.input{position:relative;background:var(--code);border:1px solid var(--line);border-radius:6px}
.input pre{padding:1.75rem 1rem .9rem}
.prompt{position:absolute;top:.4rem;left:1rem;font-size:.7rem;color:var(--quiet)}
.copy{position:absolute;top:.3rem;right:.4rem;font:inherit;font-size:.7rem;line-height:1.6;min-height:24px;color:var(--quiet);background:transparent;border:1px solid transparent;border-radius:4px;padding:0 .5rem;cursor:pointer}
.copy:hover,.copy:focus-visible{color:var(--text);border-color:var(--line);background:var(--ground)}
.outputs{margin:.7rem 0 0;padding-left:1rem;border-left:2px solid var(--line)}
.outputs>*{margin:.6rem 0}
.outputs>:first-child{margin-top:0}
.outputs>:last-child{margin-bottom:0}
.outputs:has(>.plot){padding-left:0;border-left:0}
.outputs pre{padding:.1rem 0}
summary{min-height:24px}
.folded>summary,.data>summary{cursor:pointer;color:var(--quiet);font-size:.8rem}
.folded>summary{margin-bottom:.4rem}
.label,.kind{margin:0;font-size:.78rem;font-weight:700;letter-spacing:.1em}
.note,.never-ran{margin:.5rem 0;font-size:.82rem;color:var(--quiet)}
.never-ran{color:var(--amber)}
.never-ran::before{content:"○ "}
.notice{margin:1.2rem 0;padding:.6rem 1rem;border:1px solid var(--amber);border-radius:6px;background:var(--amber-ground);color:var(--amber);font-size:.88rem}
.notice a{color:inherit}
.error,.stderr{border-left:3px solid var(--red);background:var(--red-ground);color:var(--red);padding:.5rem .9rem;border-radius:0 6px 6px 0}
.stderr{border-color:var(--amber);background:var(--amber-ground);color:var(--amber)}
.ansi-bold{font-weight:700}
.ansi-red{color:var(--red)}.ansi-green{color:var(--green)}.ansi-yellow{color:var(--amber)}.ansi-blue{color:var(--blue)}.ansi-magenta{color:var(--violet)}.ansi-cyan{color:var(--blue)}.ansi-grey{color:var(--quiet)}
.ansi-black{color:inherit}.ansi-white{color:var(--quiet)}
.ansi-faint{opacity:.75}.ansi-italic{font-style:italic}.ansi-underline{text-decoration:underline}.ansi-struck{text-decoration:line-through}
.ansi-inverse{background:var(--text);color:var(--ground)}
.ansi-on-black{background:#1f2328;color:#fff}.ansi-on-grey{background:#57606a;color:#fff}.ansi-on-red{background:#a3281b;color:#fff}.ansi-on-green{background:#1b6338;color:#fff}.ansi-on-yellow{background:#f2d58c;color:#1f2328}.ansi-on-blue{background:#0b5394;color:#fff}.ansi-on-magenta{background:#5b3a8c;color:#fff}.ansi-on-cyan{background:#bfe3ea;color:#1f2328}.ansi-on-white{background:#e4e6ea;color:#1f2328}
.error span:not([class*=ansi-on],[style]),.stderr span:not([class*=ansi-on],[style]){color:inherit}
.table,.rich{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;line-height:1.5;margin:.8rem 0;border-top:1.5px solid currentColor;border-bottom:1.5px solid currentColor;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .9rem .35rem .1rem;text-align:left;vertical-align:baseline}
thead :is(th,td){border-bottom:1px solid var(--line)}
tbody th{font-weight:400;color:var(--quiet);white-space:nowrap}
caption{caption-side:top;text-align:left;color:var(--quiet);font-size:.82rem;padding-bottom:.3rem}
th[align=right],td[align=right],td.number{text-align:right}
th[align=center],td[align=center]{text-align:center}
.rich p{margin:.5rem 0}
.rich :is(th,td){padding-right:.6rem}
.rich td:has(code){min-width:13em}
.rich td code{overflow-wrap:anywhere}
.rich td[align=left]:not(:empty,:has(code)){min-width:4em}
.rich :is(thead th,td[align=right],td[align=center]){white-space:nowrap}
@media screen and (max-width:600px){.rich:has(.chain) details table{font-size:.75rem}.rich:has(.chain) details :is(th,td){padding-right:.35rem}.rich:has(.chain) details td[align=left]:not(:empty){min-width:3.2em}}
.rich .dataframe :is(th,td){text-align:right}
.rich.paper{background:#fff;color:#1f2328;color-scheme:light;padding:.3rem .6rem}
.paper tbody th{color:inherit}
.rich :is(ul,ol){padding-left:2.6em}
.rich .list-inline{padding:0;list-style:none}
.list-inline>li,.dl-inline>:is(dt,dd){display:inline-block;margin:0 .6em 0 0}
.list-inline>li:not(:last-child)::after{content:"\\b7";padding-left:.6em;color:var(--quiet)}
.rich .display .katex{font-size:1.05em}
.plot{margin:1.6rem 0;padding:0}
.plot{container-type:inline-size}
.card{position:relative;box-sizing:border-box;background:#fff;color:#1f2328;color-scheme:light;border:1px solid var(--line);border-radius:6px;padding:.4rem;overflow:hidden}
@media screen and (scripting:enabled){
.plot:not([data-state=still],[data-state=failed]) .card{height:calc(min(var(--h)*1px,max(min(var(--h)*1px,320px),100cqi*var(--h)/var(--w))) + 2px + .8rem)}
@container (max-width:601.5px){.plot:not([data-state=still],[data-state=failed]) .card{height:calc(var(--narrow)*1px)}}
.playback{display:flex;align-items:center;gap:.8rem;height:2.75rem}
.controls{min-height:calc(var(--rows)*2.75rem + var(--goals)*1.9rem + 6.2rem)}
}
.playback input{flex:1 1 auto;max-width:28rem;min-height:28px}
.playback span{min-width:4em;font-variant-numeric:tabular-nums}
.plot button{font:inherit;font-size:.84rem;line-height:1.5;color:var(--text);background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.15rem .8rem;min-height:2rem;cursor:pointer}
.live .nsewdrag,.live .drag,.live .draglayer *{touch-action:pan-y pinch-zoom!important}
.live .modebar-btn::after{font-family:var(--sans)!important}
.card:empty{min-height:12rem}
.klab-alert{border-left:4px solid var(--blue);background:var(--blue-ground);border-radius:0 6px 6px 0;padding:.6rem 1rem;margin:1rem 0}
.klab-alert-warning{border-color:var(--amber);background:var(--amber-ground)}.klab-alert-danger{border-color:var(--red);background:var(--red-ground)}.klab-alert-success{border-color:var(--green);background:var(--green-ground)}
.klab-alert>:first-child{margin-top:0}.klab-alert>:last-child{margin-bottom:0}
.klab-heading{font-weight:700}
.still img{max-height:4000px;object-fit:contain}
.still svg{height:auto}
.still svg,.still img{display:block;max-width:100%;margin:0 auto}
.plot[data-state=live] .still{display:none}
.plot[data-state=loading] .still{position:absolute;inset:.4rem;background:inherit}
.live{width:100%}
.heading{margin:0 0 -1px;padding:.6rem .7rem .2rem;font-size:.95rem;line-height:1.4;text-wrap:balance}
.heading:empty{display:none}
figcaption{margin:.55rem .2rem 0;font-size:.84rem;line-height:1.6;color:var(--quiet)}
.figure-number{font-weight:700}
.data{margin:.2rem .2rem 0}
.data .table{max-height:22rem;overflow:auto}
.data table{font-size:.78rem}
.kind{color:var(--accent);margin-bottom:.3rem}
.cell.exercise.markdown,.cell.prediction.markdown,.cell.teacher.markdown{border:1px solid var(--line);border-radius:6px;padding:.7rem 1.2rem;margin:1.6rem 0;background:var(--panel)}
.cell.exercise :is(h2,h3),.cell.prediction :is(h2,h3){border:0;margin-top:.2rem;padding-top:0}
.cell.prediction.markdown{border-color:var(--violet);border-left-width:4px}
.cell.prediction>.kind{color:var(--violet)}
.cell.teacher.markdown{border-style:dashed}
.cell.teacher>.kind{color:var(--amber)}
.cell.solution>.kind{color:var(--green)}
.room{height:7.2rem;margin:.4rem 0 .6rem;background:repeating-linear-gradient(transparent 0 2.3rem,var(--line) 2.3rem 2.4rem)}
.student .cell.solution.code .input{border-style:dashed}
.student .cell.solution.code .input pre{min-height:7rem}`;
