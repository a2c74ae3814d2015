/** Paper: black on white, pictures instead of live figures, page numbers. */
export const printStyle = `
@page{size:A4;margin:15mm 17mm 17mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt;color:#57606a}}
@media print{
:root{color-scheme:light;--text:#000;--quiet:#444;--ground:#fff;--panel:#fff;--line:#bbb;--accent:#0b5394;--code:#f7f7f7;
--red:#a3281b;--red-ground:#fff;--amber:#7a4b00;--amber-ground:#fff;--green:#1b6338;--green-ground:#fff;--blue:#0b5394;--blue-ground:#fff;--violet:#5b3a8c;--violet-ground:#fff}
html{font-size:9.5pt}
body{line-height:1.5}
p,ul,ol,dl{margin:.5rem 0}
h2{margin-top:1.5rem;padding-top:.5rem}
h3{margin-top:1.1rem}
.masthead{padding:0 0 4pt}
.page{display:block;max-width:none;padding:0}
.toc,.skip,.copy,.choice,.modebar,footer{display:none}
.write-in{display:block;text-align:right;margin:0;color:#444}
h1{margin-top:16pt}
h2,h3,h4,.kind,.callout-title{break-after:avoid}
p,li{orphans:2;widows:2}
pre{white-space:pre-wrap;overflow-wrap:anywhere;overflow:visible;font-size:.86rem;line-height:1.38}
.input pre{padding:1.3rem .8rem .5rem}
.cell.code,.plot{margin:.8rem 0}
.room{height:4.8rem}
.student .cell.solution.code .input pre{min-height:4rem}
.input.long,.callout,.cell.markdown{-webkit-box-decoration-break:clone;box-decoration-break:clone}
.between{display:none}
.input:not(.long),.plot,.display,tr,.room{break-inside:avoid}
.plot[data-state] .still{display:block}
.plot .still~:is(.heading,.live){display:none}
.reworded .plot[data-state=live] .still{display:none}
.reworded .plot[data-state=live]>.card>:is(.heading,.live){display:block;zoom:.85}
.still svg,.still img{max-height:7.5cm;width:auto}
.display,.table,.rich{overflow:visible}
a{color:inherit;text-decoration:none}
details.data:not([open]){display:none}
}`;
