import { isDistribution, isMultivariate } from "../../distributions/distribution";
import { shapeError, valueError } from "../../words/errors";
import { isRecord } from "../../words/is-record";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint } from "../joints/joint";
import { isJointOfMany } from "../joints/joint-of-many";
import { canonicalName, constantNamed, operatorNamed } from "../language/lexicon";
import type { SampleSource, World } from "../world";
import { isArray } from "./resolve";

/** More draws than this, 16 times and 24 times over, would not end. */
const mostDraws = 100_000;

/**
 * Whether a world has the shape of one, each name once, each with something it can stand for.
 *
 * @throws TypeError for a wrong shape, RangeError for a wrong value or name
 */
export function checkWorld(world: World): void {
  if (!isRecord(world) || !isRecord(world.scope)) {
    throw shapeError(
      "derivation",
      "世界应为 { name, scope }",
      "a world must be { name, scope, sample?, grid? }",
    );
  }
  if (typeof world.name !== "string" || world.name.trim() === "") {
    throw shapeError(
      "derivation",
      `世界的 name 应为文本，给的是 ${String(world.name)}`,
      `a world needs a name, got ${String(world.name)}`,
    );
  }
  const { name: label, isExtreme } = world;
  if (isExtreme !== undefined && typeof isExtreme !== "boolean") {
    throw shapeError(
      "derivation",
      `世界「${label}」的 isExtreme 应为 true 或 false，给的是 ${String(isExtreme)}`,
      `isExtreme of world ${label} must be true or false, got ${String(isExtreme)}`,
    );
  }
  const owners = new Map<string, string>();
  for (const place of ["scope", "sample", "grid"] as const) {
    const entries = world[place] ?? {};
    if (!isRecord(entries)) {
      throw shapeError(
        "derivation",
        `世界「${label}」的 ${place} 应为 { 名字: … }`,
        `${place} of world ${label} must be { name: … }`,
      );
    }
    for (const [name, value] of Object.entries(entries)) {
      checkName(name, place, label, owners);
      if (place === "scope") checkValue(name, value, label);
      if (place === "sample") checkSample(name, value, label);
    }
  }
}

function checkName(
  name: string,
  place: "scope" | "sample" | "grid",
  label: string,
  owners: Map<string, string>,
): void {
  const canonical = canonicalName(name);
  if (operatorNamed(name) || constantNamed(canonical) !== undefined) {
    throw valueError(
      "derivation",
      `世界「${label}」的 ${place}.${name}：${name} 是固定的记号，换一个名字`,
      `${place}.${name} of world ${label}: ${name} is taken, choose another name`,
    );
  }
  if (!/^[\p{L}_][\p{L}\p{N}_]*[*'′]*$/u.test(name)) {
    throw valueError(
      "derivation",
      `世界「${label}」的 ${place} 里「${name}」不成名字；用字母、数字、下划线，字母开头`,
      `${place} of world ${label}: "${name}" is no name; letters, digits and _ make one, a letter first`,
    );
  }
  const other = owners.get(canonical);
  if (other !== undefined && canonical !== "m") {
    throw valueError(
      "derivation",
      `世界「${label}」里 ${canonical} 有两个意思：${other} 与 ${place}.${name}`,
      `world ${label} gives ${canonical} two meanings: ${other} and ${place}.${name}`,
    );
  }
  owners.set(canonical, `${place}.${name}`);
}

function checkValue(name: string, value: unknown, label: string): void {
  const fail = (zh: string, en: string): never => {
    throw shapeError(
      "derivation",
      `世界「${label}」的 scope.${name} ${zh}`,
      `scope.${name} of world ${label} ${en}`,
    );
  };
  if (typeof value === "number" && Number.isNaN(value)) fail("是 NaN", "is NaN");
  if (isLineDistribution(value) || isJoint(value) || isJointOfMany(value)) return;
  if (["number", "function"].includes(typeof value) || isArray(value as never)) return;
  if (isDistribution(value) && isMultivariate(value)) {
    fail(
      "是多维的分布，式子只讲一维的；两个变量用 joint(…) 或 jointTable(…)",
      "has several dimensions, expressions are about one; for two variables use joint(…) or jointTable(…)",
    );
  }
  const given = value === null ? "null" : typeof value;
  fail(
    `是 ${given}，应为分布、joint(…)、返回分布的函数、数或数组`,
    `is ${given}; give a distribution, joint(…), a function that returns one, a number or an array`,
  );
}

function checkSample(name: string, value: unknown, label: string): void {
  if (!isRecord(value)) {
    throw shapeError(
      "derivation",
      `世界「${label}」的 sample.${name} 应为 { from, size }；已知的数放进 scope`,
      `sample.${name} of world ${label} must be { from, size }; known numbers belong in scope`,
    );
  }
  const { size } = value as unknown as SampleSource;
  if (!(Number.isSafeInteger(size) && size > 0 && size <= mostDraws)) {
    throw valueError(
      "derivation",
      `世界「${label}」的样本 ${name}：size 是 ${size}，应为 1 到 ${mostDraws} 的整数`,
      `sample ${name} of world ${label}: size is ${size}; give an integer from 1 to ${mostDraws}`,
    );
  }
}
