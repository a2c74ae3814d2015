/** Colours, fonts, the column of text. Text against its ground: at least 4.5 to 1, light and dark. */
export const baseStyle = `
:root{color-scheme:light dark;
--text:#1f2328;--quiet:#57606a;--ground:#fdfdfb;--panel:#f5f5f1;--line:#d9d9d2;--accent:#0b5394;--code:#f6f7f8;
--red:#a3281b;--red-ground:#fdf1ee;--amber:#7a4b00;--amber-ground:#fdf6e6;--green:#1b6338;--green-ground:#eef7f0;--blue:#0b5394;--blue-ground:#eef4fa;--violet:#5b3a8c;--violet-ground:#f5f1fa;
--sans:"PingFang SC","Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei UI","Microsoft YaHei",system-ui,sans-serif,"klab Han";
--serif:"Noto Serif SC","Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,"Noto Sans SC","Microsoft YaHei",serif,"klab Han";
--mono:ui-monospace,"SFMono-Regular","Cascadia Mono",Consolas,"Liberation Mono","DejaVu Sans Mono","Noto Sans Mono CJK SC","Noto Sans SC",monospace,"klab Han"}
@media (prefers-color-scheme:dark){:root{
--text:#e4e6ea;--quiet:#a5adb8;--ground:#15181c;--panel:#1d2126;--line:#353b44;--accent:#8ab8ec;--code:#1b1f25;
--red:#f2a79d;--red-ground:#2c1c1b;--amber:#e8c27a;--amber-ground:#29230f;--green:#8fd0a5;--green-ground:#16251b;--blue:#8ab8ec;--blue-ground:#15222f;--violet:#c9b0ee;--violet-ground:#231d2e}}
*{box-sizing:border-box}
html{font-size:17px;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--text);font-family:var(--sans);line-height:1.8;
font-synthesis:weight;text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;overflow-wrap:break-word;hanging-punctuation:allow-end}
svg text{font-family:var(--sans)!important}
.masthead{border-bottom:1px solid var(--line);color:var(--quiet);font-size:.82rem;padding:.55rem 1.25rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:flex-start;gap:.3rem 1rem}
.masthead p{margin:0;line-height:1.75rem}
.choice{display:flex;gap:.3rem;margin-left:auto}
.choice button{font:inherit;line-height:1.5;min-height:1.75rem;min-width:1.75rem;padding:0 .6rem;border:1px solid var(--line);border-radius:4px;background:var(--ground);color:var(--text);cursor:pointer}
.choice button[aria-pressed=true]{border-color:var(--accent);background:var(--accent);color:var(--ground)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.25rem .75rem;z-index:2}
.page{max-width:42rem;margin:0 auto;padding:0 1.25rem 4rem}
main{min-width:0}
h1,h2,h3,h4,h5,h6{font-family:var(--serif);font-weight:700;line-height:1.35;text-wrap:balance}
h1{font-size:2.1rem;margin:2.6rem 0 1.4rem;letter-spacing:.04em}
h2{font-size:1.4rem;margin:3.2rem 0 .9rem;padding-top:.9rem;border-top:1px solid var(--line)}
h3{font-size:1.14rem;margin:2.2rem 0 .6rem}
h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}
p,ul,ol,dl{margin:.85rem 0}
ul,ol{padding-left:1.6em}
li{margin:.25rem 0}
li::marker{color:var(--quiet)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
em{font-style:italic}
em.dots{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right;-webkit-text-emphasis:filled dot;-webkit-text-emphasis-position:under right}
em.dots .katex,em.dots code{text-emphasis:none;-webkit-text-emphasis:none}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
img{max-width:100%}
img:not([height]),img[width]{height:auto}
blockquote{margin:1.2rem 0;padding:.1rem 0 .1rem 1.1rem;border-left:3px solid var(--line);color:var(--quiet)}
:is(blockquote,ul,ol) :is(blockquote,ul,ol) :is(blockquote,ul,ol) :is(blockquote,ul,ol) :is(blockquote,ul,ol) :is(blockquote,ul,ol){padding-left:0;border:0}
.display{margin:1.1rem 0;overflow-x:auto;overflow-y:hidden;padding:.15rem 0}
span.display{display:block}
.display .katex-display{margin:0}
.chain{display:grid;grid-template-columns:max-content minmax(0,1fr) max-content;align-items:baseline;gap:.45em .3em;margin:1.1rem 0}
.chain-row{display:contents}
.katex{font-size:1.08em}
.kept{white-space:nowrap}
.katex .cjk_fallback{font-family:var(--sans)}
.math-error{color:var(--red);background:none}
.term{color:inherit;font-style:normal;text-decoration:underline dotted var(--quiet)}
.term:hover,.term:focus-visible{color:var(--accent)}
.term:focus-visible{position:relative}
.term:focus-visible::after{content:attr(title);position:absolute;left:0;top:100%;z-index:3;width:max-content;max-width:18rem;padding:.3rem .6rem;border:1px solid var(--line);border-radius:4px;background:var(--panel);color:var(--text);font-size:.82rem;line-height:1.5}
.between{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1.5rem;margin:3rem 0 0;padding-top:1rem;border-top:1px solid var(--line);font-size:.9rem}
.toc{font-size:.88rem;line-height:1.55;border:1px solid var(--line);border-radius:6px;padding:.8rem 1.2rem;margin:1.2rem 0 2rem}
.toc summary{font-weight:700;color:var(--quiet);letter-spacing:.2em;cursor:pointer}
.toc ol{padding-top:.3rem!important}
.toc ol{list-style:none;margin:0;padding:0}
.toc li{margin:.3rem 0}
.toc .sub{padding-left:1.2em}
.toc a{color:inherit;text-decoration:none}
.toc a:hover{color:var(--accent);text-decoration:underline}
footer{border-top:1px solid var(--line);color:var(--quiet);font-size:.8rem;padding:1rem 1.25rem 2rem;text-align:center}
footer p{margin:.3rem 0}
.licences{max-width:42rem;margin:.5rem auto;text-align:left}
.licences summary{text-align:center;cursor:pointer}
.licences p{font-size:.72rem}
.write-in{display:none}
@media (min-width:1120px){
.page{display:grid;grid-template-columns:14rem minmax(0,42rem);gap:3.5rem;max-width:62rem}
.toc{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;border:0;padding:0;margin:3rem 0 0}
.toc summary{list-style:none;cursor:default;pointer-events:none}
.toc summary::-webkit-details-marker{display:none}
.toc details::details-content{content-visibility:visible;display:block;block-size:auto}
}
@media (max-width:640px){
html{font-size:16px}
h1{font-size:1.7rem;margin-top:1.8rem}
h2{font-size:1.25rem;margin-top:2.4rem}
.page{padding:0 1rem 3rem}
.masthead{padding:.5rem 1rem;font-size:.78rem;column-gap:.7rem}
.choice button{padding:0 .45rem}
.chain,.chain-row{display:block}
.chain-row{margin:.6rem 0}
.chain-right{padding-left:1em}
.chain-number{display:block;text-align:right}
.chain-number:empty{display:none}
.katex-display>.katex{white-space:normal}
.katex-display>.katex>.katex-html>.tag:not(:has(.mtable)){position:static;display:block;text-align:right;margin-top:.3em}
}`;
