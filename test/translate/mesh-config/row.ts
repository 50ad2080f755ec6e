import type { MeshConfig } from "../../../components";
import type { Fields, Shape } from "../../../components/control-plane/mesh-config/shape";
import type { Proxies, Surroundings } from "./world";

/** One or more settings, and the place in a proxy's configuration where they show. */
export interface Row {
  /** What the settings do, as the end of a sentence. */
  what: string;
  /** The settings that are shown. */
  given: MeshConfig;
  /** Settings without which those show nothing. @default - none */
  beside?: MeshConfig;
  around?: Surroundings;
  see(proxies: Proxies): unknown;
  /** What is there with the settings, and without them. */
  with: unknown;
  without: unknown;
}

/** Values of the second in place of those of the first; maps are joined, lists replaced. */
export function joined<T>(first: T, second: T): T {
  const isMap = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isMap(first) || !isMap(second)) {
    return second === undefined ? first : second;
  }
  const result: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    result[key] = joined(result[key], value);
  }
  return result as T;
}

const isLeaf = (shape: Shape): boolean =>
  shape === "any" || typeof shape === "function" || Object.keys(shape).length === 0;

/** Paths of all arguments of a shape, e.g. `defaultConfig.tracing.sampling`, `serviceSettings[].hosts`. */
export function argumentsOf(shape: Shape, path = ""): string[] {
  if (isLeaf(shape)) {
    return [path];
  }
  if ("each" in (shape as object)) {
    return argumentsOf((shape as { each: Fields }).each, `${path}[]`);
  }
  return Object.entries(shape as Fields).flatMap(([key, inner]) =>
    argumentsOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

/** Paths of the arguments that a value sets. */
export function argumentsIn(value: unknown, shape: Shape, path = ""): string[] {
  if (isLeaf(shape)) {
    return [path];
  }
  if ("each" in (shape as object)) {
    const { each } = shape as { each: Fields };
    return (value as unknown[]).flatMap((one) => argumentsIn(one, each, `${path}[]`));
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    argumentsIn(inner, (shape as Fields)[key] as Shape, path === "" ? key : `${path}.${key}`),
  );
}
