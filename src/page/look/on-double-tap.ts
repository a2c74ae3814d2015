/** Between two taps of one gesture, and from where a finger is put down to where it is lifted. */
const longest = 320;
const farthest = 24;

/** Hears two quick taps of a finger on one place, which a swipe or a pinch is not; the place in pixels of the element. */
export function onDoubleTap(
  element: HTMLElement,
  heard: (point: { readonly x: number; readonly y: number }) => void,
): void {
  let down: PointerEvent | undefined;
  let last: PointerEvent | undefined;
  const isNear = (a: PointerEvent, b: PointerEvent): boolean =>
    Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) < farthest;
  // Before Plotly, which keeps events from going on.
  element.addEventListener(
    "pointerdown",
    (event) => {
      down = event.pointerType === "touch" && event.isPrimary ? event : undefined;
      if (!event.isPrimary) last = undefined;
    },
    true,
  );
  element.addEventListener(
    "pointerup",
    (event) => {
      if (!down || !isNear(down, event) || event.timeStamp - down.timeStamp > longest) {
        last = undefined;
        return;
      }
      if (last && isNear(last, event) && event.timeStamp - last.timeStamp < longest) {
        const { left, top } = element.getBoundingClientRect();
        last = undefined;
        heard({ x: event.clientX - left, y: event.clientY - top });
        return;
      }
      last = event;
    },
    true,
  );
}
