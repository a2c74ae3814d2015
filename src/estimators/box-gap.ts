/** Four times the squared distance to a box. t + |t| is 2·max(t, 0) without a branch to mispredict. */
export function boxGap(boxes: Float64Array, from: number, query: Float64Array): number {
  let sum = 0;
  for (let j = 0, at = from; j < query.length; j++, at += 2) {
    let gap = Math.abs(query[j] - boxes[at]) - boxes[at + 1];
    gap += Math.abs(gap);
    sum += gap * gap;
  }
  return sum;
}
