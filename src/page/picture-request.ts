export interface PictureFont {
  readonly name: string;
  readonly weight: number;
  readonly unicodeRange: string;
  readonly base64: string;
}

/** What came of it. */
export interface PictureAnswer {
  readonly svg: string;
  /** Whether it left something behind that other figures would meet. */
  readonly isSpoilt: boolean;
}

/** What is drawn, with what. */
export interface PictureRequest {
  readonly figure: {
    readonly data: readonly unknown[];
    readonly layout: Readonly<Record<string, unknown>>;
    readonly width: number;
    readonly height: number;
  };
  readonly fonts: readonly PictureFont[];
  readonly family: string;
}
