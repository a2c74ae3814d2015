/** Passages set apart: one colour a family of meanings, and a word, so that colour is never alone. */
export const calloutStyle = `
.callout{--hue:var(--blue);--hue-ground:var(--blue-ground);margin:1.4rem 0;padding:.55rem 1.1rem;border-left:3px solid var(--hue);background:var(--hue-ground);border-radius:0 6px 6px 0}
.callout>:first-child{margin-top:.2rem}
.callout>:last-child{margin-bottom:.2rem}
.callout-title{margin:.2rem 0 .4rem;font-weight:700;color:var(--hue)}
.callout>p:first-child>strong:first-child{color:var(--hue)}
summary.callout-title{cursor:pointer}
details.callout:not([open])>summary{margin-bottom:.2rem}
.callout.erratum,.callout.warning{--hue:var(--red);--hue-ground:var(--red-ground)}
.callout.bet{--hue:var(--violet);--hue-ground:var(--violet-ground)}
.callout.hint,.callout.example{--hue:var(--amber);--hue-ground:var(--amber-ground)}
.callout.term,.callout.exercise,.callout.summary{--hue:var(--green);--hue-ground:var(--green-ground)}
.cell.prediction .callout.bet{background:none;border-left:0;padding-left:0;padding-right:0;margin:.6rem 0}`;
