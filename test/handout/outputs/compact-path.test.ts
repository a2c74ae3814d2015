import { array, assert, constant, double, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { compactPath } from "../../../src/handout/outputs/compact-path";

type Point = readonly [number, number];

/** The points of the lines of a path as `compactPath` writes one. */
function pointsOf(path: string): Point[][] {
  return [...path.matchAll(/M([^lMz]*)(?:l([^Mz]*))?(z?)/g)].map(([, start, steps = ""]) => {
    const numbers = (text: string): number[] => (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    let [x, y] = numbers(start);
    const points: Point[] = [[x, y]];
    const all = numbers(steps);
    for (let i = 0; i < all.length; i += 2) {
      [x, y] = [x + all[i], y + all[i + 1]];
      points.push([x, y]);
    }
    return points;
  });
}

function distance([x, y]: Point, points: readonly Point[]): number {
  let least = Math.hypot(x - points[0][0], y - points[0][1]);
  for (let i = 1; i < points.length; i += 1) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = square === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}

const coordinate = double({ min: -900, max: 900, noNaN: true }).map(
  (x) => Math.round(100 * x) / 100,
);

describe("a compact path", () => {
  test("passes every point of the one it stands for within an eighth of a pixel", () => {
    assert(
      property(array(tuple(coordinate, coordinate), { minLength: 2, maxLength: 40 }), (points) => {
        const path = `M${points.map(([x, y]) => `${x},${y}`).join("L")}`;
        const [short] = pointsOf(compactPath(path));
        for (const point of points) expect(distance(point, short)).toBeLessThan(0.125);
      }),
      { numRuns: 200 },
    );
  });

  test("passes where the curves of the one it stands for pass, within a sixth of a pixel", () => {
    const point = tuple(coordinate, coordinate);
    const curve = (kind: "C" | "Q") =>
      tuple(
        constant(kind),
        array(point, { minLength: kind === "C" ? 3 : 2, maxLength: kind === "C" ? 3 : 2 }),
      );
    assert(
      property(
        point,
        array(oneof(curve("C"), curve("Q")), { minLength: 1, maxLength: 6 }),
        (start, curves) => {
          const text = curves.map(
            ([kind, points]) => kind + points.map(([x, y]) => `${x},${y}`).join(" "),
          );
          // Of many decimals, so that lines are the shorter text.
          const path = `M${start.join(",")}${text.join("")}${"Z".padStart(9000)}`;
          const [short] = pointsOf(compactPath(path));
          let from: Point = start;
          for (const [, points] of curves) {
            for (let t = 0; t <= 1; t += 1 / 64) {
              let row: readonly Point[] = [from, ...points];
              while (row.length > 1)
                row = row
                  .slice(1)
                  .map(
                    ([x, y], i): Point => [
                      row[i][0] + t * (x - row[i][0]),
                      row[i][1] + t * (y - row[i][1]),
                    ],
                  );
              expect(distance(row[0], short)).toBeLessThan(1 / 6);
            }
            from = points[points.length - 1];
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test("does not drift over thousands of steps", () => {
    const points = Array.from({ length: 5000 }, (_, i): Point => [0.33 * i, 40 * Math.sin(i / 9)]);
    const path = `M${points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join("L")}`;
    const short = compactPath(path);
    const end = pointsOf(short)[0].at(-1) as Point;
    expect(distance(points[4999], [end])).toBeLessThan(0.1);
    expect(short.length).toBeLessThan(path.length / 2);
  });

  test.each([
    ["M0,110v294", "M0,110v294"],
    ["M3,0A3,3 0 1,1 0,-3A3,3 0 0,1 3,0Z", "M3,0A3,3 0 1,1 0,-3A3,3 0 0,1 3,0Z"],
    ["M0,0C1,2 3,4 5,6", "M0,0C1,2 3,4 5,6"],
    ["M0,0L1", "M0,0L1"],
    ["", ""],
    ["L1,2", "L1,2"],
    ["M1,1Z L2,2", "M1,1Z L2,2"],
    ["M0,0L10,0L20,0", "M0 0l20 0"],
    ["M0,0H10V5.5H0Z", "M0 0l10 0 0 5.5-10 0z"],
    ["M1.26,2.5L-3,.25M7,7L8,8.04", "M1.3 2.5l-4.3-2.2M7 7l1 1"],
    ["M5,5L5,5", "M5 5l0 0"],
  ])("of %j is %j", (path, short) => {
    expect(compactPath(path)).toBe(short);
  });
});
