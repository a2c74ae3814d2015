import { unpack } from "../unpack";
import { download, pageName } from "./download";
import { exerciseFields } from "./exercise-fields";
import { KeptEdits } from "./kept-edits";
import { LiveCell } from "./live-cell";
import { notebookId } from "./live-ids";
import { LiveSession, type RunnableCell } from "./live-session";
import { liveWords } from "./live-words";
import { pageToolsBar } from "./page-tools-bar";
import { savedNotebook } from "./saved-notebook";
import { savedPage } from "./saved-page";
import { setUpCells } from "./set-up-cell";

/** How a page's script hands over what it has. */
export interface LivePage {
  /** Brings a figure that is in the page to life. */
  readonly revive: (figure: HTMLElement) => void;
  /** The page's HTML before any script changed it: what 另存为 writes. */
  readonly pristine: string;
}

/** Seconds without a sign of life after which a cell is stopped. */
const patience = (): number => Number(document.body.dataset.patience ?? 5);

/** How long a page has been read before its Worker starts unasked: what the reader looks at comes first. */
const unasked = 700;

/** Before a cell is run its reader points at it, or comes to it by the keyboard; or has read for a while. */
function warmUp(cells: Iterable<HTMLElement>, warm: () => void): void {
  for (const cell of cells) {
    for (const sign of ["pointerenter", "focusin", "touchstart"]) {
      cell.addEventListener(sign, warm, { once: true, passive: true });
    }
  }
  // Safari has no idle time.
  const idly = window.requestIdleCallback ?? ((idle: () => void) => window.setTimeout(idle, 0));
  // A phone has less to spare: there a touch begins it.
  if (!matchMedia("(pointer: coarse)").matches) window.setTimeout(() => idly(warm), unasked);
}

function startLiveCells({ revive, pristine }: LivePage): void {
  const kept = new KeptEdits(document);
  const cells: LiveCell[] = [];
  const elements = document.querySelectorAll<HTMLElement>(
    '.cell.code[data-live="run"], .cell.code[data-live="training"]',
  );
  /** With those that are not shown, in order. */
  const all: RunnableCell[] = [];
  let isReady = false;
  const run = (cell: LiveCell): void => session.run(cell);
  const host = {
    page: document,
    revive,
    fields: (cell: LiveCell, blanks: readonly number[]) =>
      exerciseFields(blanks, `klab-blank-${cell.position}`, {
        page: document,
        async ask(question) {
          await session.prepare(cell);
          const { position } = cell;
          return session.ask((id) => ({ ...question, id, cell: position }));
        },
        kept: (step) => kept.textFor(`${cell.position}.${step}`, "") ?? "",
        keep: (step, text) => kept.keep(`${cell.position}.${step}`, { original: "", text }),
      }),
    run,
    stop: () => session.stop(),
    changed(cell: LiveCell): void {
      if (!isReady) return;
      kept.keep(cell.position, { original: cell.original, text: cell.text });
      if (kept.isForgetful) bar.say(liveWords.forgetful);
    },
  };
  // Code that runs before a cell stands in it, and comes after it in the document.
  for (const cell of document.querySelectorAll<HTMLElement>("main .cell")) {
    const setUp = cell.querySelector<HTMLElement>(":scope > script.set-up");
    if (setUp) all.push(...setUpCells(setUp));
    if (!cell.matches("[data-live=run],[data-live=training]")) continue;
    if (!cell.querySelector(".input code")) continue;
    const live = new LiveCell(cell, host);
    cells.push(live);
    all.push(live);
  }
  const session = new LiveSession(all, document, patience);
  const bar = pageToolsBar(document, {
    runAll: () => {
      for (const cell of cells) if (!cell.isTraining) session.run(cell);
    },
    resetAll: () => {
      for (const cell of cells) cell.reset();
      session.stop();
    },
    save: () => {
      download(`${pageName()}.html`, "text/html", savedPage(pristine, kept.edits), document);
      const isBeside = document.querySelector("script[data-asset]") !== null;
      bar.say(isBeside ? liveWords.savedBeside : liveWords.saved);
    },
    notebook: async () => {
      const json = await unpack(notebookId);
      const text = savedNotebook(json, kept.edits);
      download(`${pageName()}.ipynb`, "application/x-ipynb+json", text, document);
      bar.say(liveWords.saved);
    },
  });
  for (const cell of cells) {
    const text = kept.textFor(cell.position, cell.original);
    if (text !== undefined) cell.restore(text);
  }
  isReady = true;
  warmUp(elements, () => void session.warm());
}

/** In a handout: defines `klabLiveCells`, by a script of its own that pages without live cells do not have. */
export function offerLiveCells(): void {
  window.klabLiveCells = startLiveCells;
}
