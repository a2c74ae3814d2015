/** The list of a folder's handouts. */
export const indexStyle = `
.lessons,.sections{list-style:none;padding:0}
.lessons>li{border-bottom:1px solid var(--line);padding:.8rem 0;margin:0}
.lessons p{margin:.15rem 0}
.lessons .head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .8rem}
.lessons .title{font-family:var(--serif);font-weight:700;font-size:1.1rem;flex:1 1 12rem}
.lessons .number{color:var(--quiet);font-size:.88rem;min-width:3.4rem}
.lessons .facts{color:var(--quiet);font-size:.9rem}
.lessons label{font-size:.88rem;white-space:nowrap;cursor:pointer;padding:.3rem 0}
.lessons input{width:1.1rem;height:1.1rem;vertical-align:-.15rem;accent-color:var(--accent)}
.sections{margin:.3rem 0 0;font-size:.9rem}
.search{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .6rem}
.search input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--quiet);border-radius:4px;padding:.3rem .6rem;flex:1 1 12rem;min-width:0}
#found,#done-count{color:var(--quiet);font-size:.88rem}
[hidden]{display:none!important}
@media (min-width:1120px){.page{display:block;max-width:42rem}}`;
