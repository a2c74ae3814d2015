import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { checkedLater } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { type HistoricEvent, historicEvents } from "./parts/historic-events";
import { titleOptions } from "./parts/known-options";
import { spread } from "./parts/labels";
import { axis, baseLayout, colors } from "./parts/style";

/** Options of `figures.historyTimeline`. */
export interface HistoryTimelineOptions {
  /** Other events than those of the course. */
  readonly events?: readonly HistoricEvent[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: string;
  readonly own: string;
  readonly year: string;
  readonly columns: readonly string[];
  readonly summary: (n: number, first: number, last: number, list: readonly string[]) => string;
  readonly event: (year: number, what: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "1951年提出，2000年后进入机器学习",
    own: "相对熵的历史",
    year: "年份（公元，年）",
    columns: ["年份", "事件", "文献"],
    summary: (n, first, last, list) => `从${first}年到${last}年的${n}个事件：${list.join("；")}。`,
    event: (year, what) => `${year}，${what}`,
  },
  en: {
    title: "Introduced in 1951, in machine learning since 2000",
    own: "A history of relative entropy",
    year: "year (CE)",
    columns: ["year", "event", "reference"],
    summary: (n, first, last, list) => `${n} events from ${first} to ${last}: ${list.join("; ")}.`,
    event: (year, what) => `${year}, ${what}`,
  },
};

/**
 * When relative entropy was introduced and taken up, with the papers.
 *
 * Years are to scale; lines lead from crowded years to their words. The table has the references in full.
 *
 * @param options `events` ({ year, what, reference }; the course's by default), `title`, `locale`
 * @throws TypeError for no events, or one whose year is no number
 *
 * @example
 * figures.historyTimeline().table.rows[0][0]; // 1951
 */
export function historyTimeline(options: HistoryTimelineOptions = {}): Figure {
  checkOptions("historyTimeline", options, { events: checkedLater, ...titleOptions });
  const w = spoken("historyTimeline", words, options.locale);
  const given: unknown =
    options.events ?? spoken("historyTimeline", historicEvents, options.locale);
  const events: HistoricEvent[] = Array.isArray(given) ? [...given] : [];
  const isEvent = (event: Partial<HistoricEvent> | null | undefined): boolean =>
    Number.isFinite(event?.year);
  if (events.length === 0 || !events.every(isEvent)) {
    throw shapeError(
      "historyTimeline",
      "events 应为 { year, what, reference } 的数组，且不空",
      "events must be a list of { year, what, reference }, not empty",
    );
  }
  events.sort((a, b) => a.year - b.year);
  const years = events.map(({ year }) => year);
  const [first, last] = [years[0], years[years.length - 1]];
  const span = last - first || 10;
  const height = Math.max(320, Math.min(900, 130 + 94 * events.length));
  // Each label at its date; only where labels of three lines would meet, the neighbours make room.
  const perYear = (height - 96) / (1.16 * span);
  const rows = spread(years, 66 / perYear);
  const ends = [Math.min(first, rows[0]), Math.max(last, rows[rows.length - 1])];
  return new Figure({
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: events.flatMap(() => [0, 0.08, null]),
        y: events.flatMap(({ year }, i) => [year, rows[i], null]),
        line: { color: colors.zero, width: 1.5, simplify: false },
        hoverinfo: "skip",
        showlegend: false,
      },
      {
        type: "scatter",
        mode: "markers",
        x: years.map(() => 0),
        y: years,
        // So small that neighbouring years are two dots.
        marker: { color: colors.divergence, size: 6 },
        customdata: events.map(({ reference }) => wrapped(reference)),
        hovertemplate: "%{customdata}<extra></extra>",
        cliponaxis: false,
        showlegend: false,
      },
    ],
    layout: baseLayout(options.title ?? (options.events ? w.own : w.title), {
      margin: { l: 76, r: 24, t: 64, b: 32 },
      height,
      xaxis: { visible: false, range: [0, 1] },
      yaxis: axis(w.year, {
        range: [ends[1] + 0.08 * span, ends[0] - 0.08 * span],
        // No date after the last event.
        tickvals: yearTicks(first, last),
        tickformat: "d",
        ticks: "outside",
        ticklen: 9,
        tickcolor: colors.paper,
        showline: true,
        linecolor: colors.zero,
        linewidth: 2,
        layer: "below traces",
        showgrid: false,
        zeroline: false,
      }),
      annotations: events.map(({ year, what, reference }, i) => ({
        text: `<b>${year}</b>　${what}<br><span style="font-size:11px">${inTwoLines(reference)}</span>`,
        x: 0.09,
        y: rows[i],
        xanchor: "left",
        align: "left",
        showarrow: false,
        font: { size: 13, color: colors.text },
      })),
    }),
    alt: w.summary(
      events.length,
      first,
      last,
      events.map(({ year, what }) => w.event(year, what)),
    ),
    table: {
      columns: w.columns,
      rows: events.map(({ year, what, reference }) => [year, what, reference]),
    },
  });
}

/** Round years from before the first event to the last. */
function yearTicks(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((s) => (last - first) / s <= 10) ?? 1000;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step);
}

/** What stands beside the line; all of it is in the table. */
function inTwoLines(text: string): string {
  const [first, ...rest] = text.replace(/(.{50,76}) /g, "$1<br>").split("<br>");
  const second = rest.join(" ");
  return second === ""
    ? first
    : `${first}<br>${second.length > 90 ? `${second.slice(0, 88)}…` : second}`;
}

/** Lines of about sixty characters, for a hover label. */
const wrapped = (text: string): string => text.replace(/(.{50,}?) /g, "$1<br>");
