import { type BibliographyEntry, type BibliographyName, yearOf } from "./read-bibliography";

/** GB/T 7714-2015, table of types of documents. */
const marks: Readonly<Record<string, string>> = {
  "article-journal": "J",
  "article-newspaper": "N",
  book: "M",
  chapter: "M",
  "paper-conference": "C",
  thesis: "D",
  report: "R",
  standard: "S",
  patent: "P",
  dataset: "DS",
  software: "CP",
};

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** KULLBACK S, VAN DER VAART A W; Chinese names as they are. */
function nameText(name: BibliographyName): string {
  const { family = "", given = "", literal } = name;
  if (literal !== undefined) return literal;
  if (hasHan(family + given)) return family + given;
  const particle = name["non-dropping-particle"];
  const whole = (particle === undefined ? family : `${particle} ${family}`).toUpperCase();
  const initials = given
    .replace(/\.\s*-/g, "-")
    .split(/[\s.]+/)
    .filter((part) => part !== "")
    .map((part) =>
      part
        .split("-")
        .map((piece) => piece.slice(0, 1).toUpperCase())
        .join("-"),
    );
  return [whole, ...initials].join(" ");
}

/** The first three authors, and 等 or et al for the rest. */
function authorsText(authors: readonly BibliographyName[]): string {
  const shown = authors.slice(0, 3).map(nameText);
  if (authors.length <= 3) return shown.join(", ");
  return `${shown.join(", ")}, ${hasHan(shown.join("")) ? "等" : "et al"}`;
}

const ordinal = (edition: string): string => {
  const number = Number(edition);
  if (!Number.isInteger(number)) return edition;
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const end = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${end} ed`;
};

const pages = (page: string | undefined): string =>
  page === undefined ? "" : `: ${page.replace(/\s*[-–—]+\s*/g, "-")}`;

/** 22(1) */
const volumeOf = ({ volume, issue }: BibliographyEntry): string =>
  (volume ?? "") + (issue === undefined ? "" : `(${issue})`);

/** Where a work stands: the journal and its volume, the proceedings, the publisher. */
function placeText(entry: BibliographyEntry): string {
  const { type, publisher, page } = entry;
  const container = entry["container-title"];
  const place = entry["publisher-place"];
  const year = yearOf(entry);
  if (type === "article-journal" || type === "article-newspaper") {
    const parts = [container, year, volumeOf(entry)].filter((part) => part);
    return parts.join(", ") + pages(page);
  }
  const house = [place, publisher].filter((part) => part).join(": ");
  const edition = entry.edition === undefined ? [] : [ordinal(entry.edition)];
  const published = [house, year].filter((part) => part).join(", ") + pages(page);
  return [...edition, published].filter((part) => part !== "").join(". ");
}

/**
 * A work in the style of GB/T 7714-2015, by numbers: KULLBACK S, LEIBLER R A. On Information and Sufficiency[J]. The
 * Annals of Mathematical Statistics, 1951, 22(1): 79-86. DOI: 10.1214/aoms/1177729694.
 */
export function gbt7714(entry: BibliographyEntry): string {
  const { type, title = "", author = [], DOI, URL } = entry;
  const isPart = type === "chapter" || type === "paper-conference";
  const mark = marks[type] ?? (URL === undefined ? "Z" : "EB/OL");
  const within = isPart ? `//${entry["container-title"] ?? ""}` : "";
  const address = DOI !== undefined ? `DOI: ${DOI}` : URL;
  const place = mark === "EB/OL" ? `(${yearOf(entry)})`.replace("()", "") : placeText(entry);
  const head = `${title}[${mark}]${within}`;
  return [authorsText(author), head, place, address]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => String(part).replace(/\.$/, ""))
    .join(". ")
    .concat(".");
}

/** Where a work can be read. */
export const addressOf = ({ DOI, URL }: BibliographyEntry): string | undefined =>
  DOI === undefined ? URL : `https://doi.org/${DOI}`;
