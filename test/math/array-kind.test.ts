import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { arrayKind } from "../../src/math/array-kind";

test("arrayKind names typed arrays and views, of any realm, and nothing else", () => {
  expect(arrayKind(new Float64Array(1))).toBe("Float64Array");
  expect(arrayKind(Float32Array.of(1))).toBe("Float32Array");
  expect(arrayKind(new Uint8Array(2))).toBe("Uint8Array");
  expect(arrayKind(new DataView(new ArrayBuffer(8)))).toBe("DataView");
  expect(arrayKind(runInNewContext("new Float64Array(3)"))).toBe("Float64Array");
  for (const other of [[1], "Float64Array", null, undefined, { length: 1 }, new ArrayBuffer(8), 3])
    expect(arrayKind(other)).toBe(undefined);
});
