/** Paper: black on white, pictures instead of live figures, page numbers. */
export const printStyle = `
@page{size:A4;margin:20mm 20mm 22mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt;color:#57606a}}
@media print{
:root{color-scheme:light;--text:#000;--quiet:#444;--ground:#fff;--panel:#fff;--line:#bbb;--accent:#0b5394;--code:#f7f7f7;
--red:#a3281b;--red-ground:#fff;--amber:#7a4b00;--amber-ground:#fff;--green:#1b6338;--green-ground:#fff;--blue:#0b5394;--blue-ground:#fff;--violet:#5b3a8c;--violet-ground:#fff}
html{font-size:10.5pt}
body{line-height:1.65}
.masthead{padding:0 0 4pt}
.page{display:block;max-width:none;padding:0}
.toc,.skip,.copy,footer{display:none}
.write-in{display:block;text-align:right;margin:0;color:#444}
h1{margin-top:16pt}
h2,h3,h4,.kind,.callout-title{break-after:avoid}
p,li{orphans:2;widows:2}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
.input,.plot,.callout,table,.display{break-inside:avoid}
.plot[data-state] .still{display:block}
.plot .still~:is(.heading,.live){display:none}
.still svg,.still img{max-height:11cm;width:auto}
.display,.table,.rich{overflow:visible}
a{color:inherit;text-decoration:none}
details.data:not([open]){display:none}
}`;
