/** A layout of Plotly's, as far as pages read it. */
export interface DrawnLayout {
  readonly title?: string | { readonly text?: unknown };
  readonly font?: DrawnFont;
  readonly width?: number;
  readonly height?: number;
  readonly margin?: {
    readonly l?: number;
    readonly r?: number;
    readonly t?: number;
    readonly b?: number;
  };
  readonly annotations?: readonly DrawnNote[];
  readonly paper_bgcolor?: string;
  readonly [attribute: string]: unknown;
}

export interface DrawnFont {
  readonly size?: number;
  readonly color?: string;
  readonly [attribute: string]: unknown;
}

export interface DrawnNote {
  readonly text?: unknown;
  readonly font?: DrawnFont;
  readonly x?: number;
  readonly xref?: string;
  readonly xanchor?: string;
  readonly [attribute: string]: unknown;
}

export interface DrawnAxis {
  readonly title?: string | { readonly text?: unknown; readonly font?: DrawnFont };
  readonly range?: unknown;
  readonly [attribute: string]: unknown;
}
