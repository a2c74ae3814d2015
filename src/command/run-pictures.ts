import type { DrawPicture } from "../notebook/storable-notebook";
import type { FigureRenderer } from "../pictures/figure-renderer";

/** Draws figures with a browser that is opened when the first one comes. */
export class RunPictures {
  private renderer?: Promise<FigureRenderer | undefined>;
  private silenced = false;

  constructor(private readonly say: (line: string) => void) {}

  readonly draw: DrawPicture = async (plotlyJson) => {
    if (this.silenced) return undefined;
    try {
      this.renderer ??= this.open();
      const renderer = await this.renderer;
      if (renderer) return await renderer.render(plotlyJson);
      this.stop(
        "找不到浏览器，图只存数据，不存画面 / no browser: figures are stored without pictures",
      );
    } catch (error) {
      this.stop(`图没有画面 / figures without pictures: ${(error as Error).message}`);
    }
    return undefined;
  };

  async close(): Promise<void> {
    await (await this.renderer?.catch(() => undefined))?.close();
  }

  private async open(): Promise<FigureRenderer | undefined> {
    const { openFigureRenderer } = await import("../pictures/figure-renderer.js");
    return openFigureRenderer({ log: this.say });
  }

  private stop(line: string): void {
    this.silenced = true;
    this.say(`klab run: ${line}`);
  }
}
