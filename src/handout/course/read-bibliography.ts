import { peer } from "../../pictures/peer";

/** A name as CSL has it. */
export interface BibliographyName {
  readonly family?: string;
  readonly given?: string;
  /** "van der" */
  readonly "non-dropping-particle"?: string;
  readonly literal?: string;
}

/** A work as CSL's JSON has it, as far as it is read. */
export interface BibliographyEntry {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly BibliographyName[];
  readonly issued?: { readonly "date-parts"?: readonly (readonly number[])[] };
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

interface CiteConstructor {
  readonly Cite: new (text: string) => { readonly data: readonly BibliographyEntry[] };
}

/**
 * The entries of a BibTeX file.
 *
 * @throws HandoutError if @citation-js/core or its plugin is missing
 */
export async function readBibliography(bibtex: string): Promise<BibliographyEntry[]> {
  if (bibtex.trim() === "") return [];
  const { Cite } = await peer(
    () => import("@citation-js/core") as Promise<CiteConstructor>,
    "@citation-js/core",
  );
  await peer(() => import("@citation-js/plugin-bibtex"), "@citation-js/plugin-bibtex");
  // A line that begins with % is a comment to people; to BibTeX everything between entries is.
  return [...new Cite(bibtex.replace(/^%.*$/gm, "")).data];
}

export const yearOf = ({ issued }: BibliographyEntry): string =>
  String(issued?.["date-parts"]?.[0]?.[0] ?? "");

/** The first author's family name, as it is written in running text. */
export const firstFamily = ({ author = [] }: BibliographyEntry): string => {
  const [first] = author;
  return [first?.["non-dropping-particle"], first?.family ?? first?.literal]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
};
