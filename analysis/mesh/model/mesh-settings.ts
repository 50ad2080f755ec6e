import { parse } from "yaml";
import shape from "../../../schemas/mesh-config.json";
import type { FieldShape, MeshConfigShape } from "../../../schemas/mesh-config-shape";
import { closest, didYouMean } from "../../../values/closest";
import { durationProblem } from "../../../values/duration";
import { isDigits } from "../../../values/number";
import { localityFindings } from "../../objects/rules/destination-rule-locality";
import { listed, quoted } from "../words";

const types = shape as MeshConfigShape;

/** What istiod does with a setting that it does not understand. */
export interface SettingProblem {
  /** Path in the mesh config, or in the settings of a proxy. */
  readonly setting: string;
  /** What is wrong, without the path. */
  readonly message: string;
  /** Whether istiod takes nothing of the whole text; otherwise it goes past this setting alone. */
  readonly refusesAll: boolean;
}

/** Types whose words are no enum of the API: another word there spoils nothing else. */
const freeWords: readonly string[] = ["LabelExpression", "ProbeHttp", "ProxyImage"];

/** Maps of texts, which YAML fills with numbers and flags where there are no quotes. */
const textMaps: readonly string[] = ["proxyMetadata", "runtimeValues"];

/** Names that older releases read. */
const formerNames: readonly string[] = ["certificates", "envoyMetricsServiceAddress"];

/** The name of a field, which istiod reads with `_` between its words too. */
function fieldName(written: string): string {
  const [first = "", ...more] = written.split("_");
  return first + more.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const isMap = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): boolean =>
  typeof value === "number" ||
  (typeof value === "string" && value !== "" && Number.isFinite(Number(value)));

const isWhole = (value: unknown): boolean =>
  Number.isInteger(value) || (typeof value === "string" && isDigits(value));

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** What keeps istiod from reading one value, by the kind of field that it stands in. */
const valueProblems: Readonly<
  Record<Extract<FieldShape, string>, (value: unknown) => string | undefined>
> = {
  any: () => undefined,
  text: (value) =>
    typeof value === "string" ? undefined : `${shown(value)} is no text; put it between quotes`,
  flag: (value) =>
    typeof value === "boolean" ? undefined : `${shown(value)} is neither true nor false`,
  count: (value) => (isWhole(value) ? undefined : `${shown(value)} is not a whole number`),
  port: (value) => (isWhole(value) ? undefined : `${shown(value)} is not the number of a port`),
  percentage: (value) => (isNumber(value) ? undefined : `${shown(value)} is not a number`),
  time: (value) => {
    const problem = typeof value === "string" ? durationProblem(value) : "is not a duration";
    return problem === undefined ? undefined : `${shown(value)} ${problem}`;
  },
};

function wordProblem(value: unknown, words: readonly string[]): string | undefined {
  // An enum's number is as good as its word.
  return typeof value === "number" || words.includes(value as string)
    ? undefined
    : `${shown(value)} is unknown; allowed: ${listed(words)}${didYouMean(String(value), words)}`;
}

function* ofTextMap(map: unknown, setting: string): Iterable<SettingProblem> {
  for (const [key, value] of Object.entries(isMap(map) ? map : {})) {
    const message = valueProblems.text(value);
    if (message !== undefined) {
      yield { setting: `${setting}.${key}`, message, refusesAll: true };
    }
  }
}

type Words = readonly string[];

const isWords = (field: FieldShape): field is Words => Array.isArray(field);

/** What is wrong with a value that has no fields itself. */
function plainProblem(value: unknown, field: Words | keyof typeof valueProblems, type: string) {
  if (typeof field === "string") {
    return valueProblems[field](value);
  }
  return freeWords.includes(type) ? undefined : wordProblem(value, field);
}

function* ofList(value: unknown, type: string, setting: string): Iterable<SettingProblem> {
  if (!Array.isArray(value)) {
    yield { setting, message: `${shown(value)} is not a list`, refusesAll: true };
    return;
  }
  for (const [i, one] of value.entries()) {
    yield* ofFields(one, type, `${setting}[${i}]`);
  }
}

function* ofField(
  value: unknown,
  field: FieldShape,
  type: string,
  setting: string,
): Iterable<SettingProblem> {
  if (value === null || value === undefined) {
    return;
  }
  if (typeof field === "string" || isWords(field)) {
    const message = plainProblem(value, field, type);
    if (message !== undefined) {
      yield { setting, message, refusesAll: true };
    }
  } else if ("each" in field) {
    yield* ofList(value, field.each, setting);
  } else {
    yield* ofFields(value, field.fields, setting);
  }
}

/** Where a setting belongs that stands in the other one of the two places. */
function rightPlace(name: string, type: string): string | undefined {
  if (type === "MeshConfig" && types.ProxyConfig?.[name] !== undefined) {
    return `is a setting of proxies; write it below defaultConfig`;
  }
  if (type === "ProxyConfig" && name === "defaultConfig") {
    return "is where the mesh config has the settings of proxies; write them here without it";
  }
  return type === "ProxyConfig" && types.MeshConfig?.[name] !== undefined
    ? "is a setting of the mesh, not of a proxy"
    : undefined;
}

function unknownField(name: string, type: string, setting: string): SettingProblem | undefined {
  const meant = formerNames.includes(name)
    ? undefined
    : closest(name, Object.keys(types[type] ?? {}));
  const place = rightPlace(name, type);
  const message = place ?? (meant && `${quoted(name)} is unknown; did you mean ${quoted(meant)}?`);
  return message === undefined ? undefined : { setting, message, refusesAll: false };
}

function* ofFields(value: unknown, type: string, setting: string): Iterable<SettingProblem> {
  if (!isMap(value)) {
    yield { setting, message: `${shown(value)} is not a map`, refusesAll: true };
    return;
  }
  for (const [written, inner] of Object.entries(value)) {
    const name = fieldName(written);
    const path = setting === "" ? written : `${setting}.${written}`;
    const field = types[type]?.[name];
    if (textMaps.includes(name)) {
      yield* ofTextMap(inner, path);
    } else if (field !== undefined) {
      yield* ofField(inner, field, type, path);
    } else {
      const problem = unknownField(name, type, path);
      if (problem) {
        yield problem;
      }
    }
  }
}

/** What istiod refuses of the locality that the mesh prefers, as it does in a DestinationRule. */
const localityOf = (config: object): SettingProblem[] => {
  const setting = "localityLbSetting";
  const value: unknown = Reflect.get(config, setting);
  return isMap(value)
    ? localityFindings({ path: setting, value }, { path: "outlierDetection", value: {} })
        .filter(({ level }) => level === "error")
        .map(({ path, reason }) => ({ setting: path, message: reason, refusesAll: true }))
    : [];
};

/** A format of access logs that is none of the encoding beside it. */
function* ofLogFormat(config: object): Iterable<SettingProblem> {
  const { accessLogEncoding, accessLogFormat } = config as Record<string, unknown>;
  if (accessLogEncoding === "JSON" && typeof accessLogFormat === "string" && accessLogFormat) {
    try {
      JSON.parse(accessLogFormat);
    } catch {
      const message = "is not JSON, as accessLogEncoding says: istiod takes its own format";
      yield { setting: "accessLogFormat", message, refusesAll: false };
    }
  }
}

/** What istiod does not understand of a mesh config. */
export const meshSettingProblems = (config: object): SettingProblem[] => [
  ...ofFields(config, "MeshConfig", ""),
  ...localityOf(config),
  ...ofLogFormat(config),
];

/** What istiod does not understand of the settings of a proxy. */
export const proxySettingProblems = (config: unknown): SettingProblem[] => [
  ...ofFields(config, "ProxyConfig", ""),
];

/** The settings of a proxy as annotation `proxy.istio.io/config` has them, or what keeps them from being read. */
export function proxySettings(annotation: string): { settings: object } | { problem: string } {
  try {
    const settings: unknown = parse(annotation) ?? {};
    return isMap(settings) ? { settings } : { problem: "is not a map of the proxy's settings" };
  } catch {
    return { problem: "is not YAML" };
  }
}
