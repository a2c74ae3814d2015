/**
 * "Float64Array", "Float32Array" …, "DataView"; undefined for other values.
 *
 * By the tag and not by instanceof, which fails for arrays made in another realm, such as a notebook cell's.
 */
export function arrayKind(v: unknown): string | undefined {
  return ArrayBuffer.isView(v)
    ? (v as unknown as { readonly [Symbol.toStringTag]: string })[Symbol.toStringTag]
    : undefined;
}
