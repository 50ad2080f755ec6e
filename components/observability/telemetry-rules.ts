import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkAtLeastOne, checkAtMostOne, checkExactlyOne } from "../../arguments/choice";
import { checkList, type LateList } from "../../arguments/late-list";
import { numberTest, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { isKnown } from "../../arguments/when-known";
import { builtInProviders } from "../../values/known-names";
import { percentProblem } from "../../values/percent";
import { knownProvider } from "../policies/known-provider";
import type {
  TelemetryAccessLogging,
  TelemetryMetric,
  TelemetryMetricOverride,
  TelemetryMetricOverrideMatch,
  TelemetryTracing,
  TelemetryTracingCustomTag,
} from "../resources/telemetry/telemetry";
import type {
  AccessLogRule,
  MeshTelemetryArgs,
  MetricOverride,
  MetricsRule,
  MetricTag,
  TracingRule,
  TracingTag,
} from "./mesh-telemetry-args";

const named = (names: pulumi.Input<string>[]) => names.map((name) => ({ name }));

// The typed resource names only lists that are there; the engine waits for any part of them.
type Providers = NonNullable<TelemetryMetric["providers"]>;

const providers = (names: LateList<string> | undefined) =>
  names && {
    providers: isKnown(names)
      ? named(names)
      : (pulumi.output(names).apply(named) as unknown as Providers),
  };

const match = (mode: AccessLogRule["mode"]) => mode !== undefined && { match: { mode } };

/** One rule for access logs, in Istio's words; what is left out comes from the mesh. */
export const accessLogging = ({
  providers: names,
  filter,
  disabled,
  mode,
}: AccessLogRule): TelemetryAccessLogging => ({
  ...providers(names),
  ...(filter !== undefined && { filter: { expression: filter } }),
  ...(disabled !== undefined && { disabled }),
  ...match(mode),
});

function customTag(tag: TracingTag): TelemetryTracingCustomTag {
  const { literal, header, environment, formatter, defaultValue } = tag;
  const otherwise = defaultValue !== undefined && { defaultValue };
  if (literal !== undefined) {
    return { literal: { value: literal } };
  }
  if (header !== undefined) {
    return { header: { name: header, ...otherwise } };
  }
  return environment !== undefined
    ? { environment: { name: environment, ...otherwise } }
    : { formatter: { value: formatter ?? "" } };
}

/** Fields that the rule and Istio call the same are handed on as they are, 0 and false too. */
export const tracing = ({
  provider,
  mode,
  customTags,
  ...same
}: TracingRule): TelemetryTracing => ({
  ...same,
  ...(provider !== undefined && { providers: [{ name: provider }] }),
  ...match(mode),
  ...(customTags && {
    customTags: Object.fromEntries(customTags.map((tag) => [tag.tag, customTag(tag)])),
  }),
});

function overrideMatch({ metric, customMetric, mode }: MetricOverride) {
  const which = customMetric !== undefined ? { customMetric } : metric && { metric };
  const chosen = { ...which, ...(mode !== undefined && { mode }) } as TelemetryMetricOverrideMatch;
  return (which || mode !== undefined) && { match: chosen };
}

const tagOverride = ({ tag, value, remove }: MetricTag) =>
  [
    tag,
    remove
      ? { operation: "REMOVE" as const }
      : { operation: "UPSERT" as const, value: value ?? "" },
  ] as const;

const override = (args: MetricOverride): TelemetryMetricOverride => ({
  ...overrideMatch(args),
  ...(args.disabled !== undefined && { disabled: args.disabled }),
  ...(args.tags && { tagOverrides: Object.fromEntries(args.tags.map(tagOverride)) }),
});

/** One rule for metrics, in Istio's words; what is left out comes from the mesh. */
export const metrics = ({
  providers: names,
  overrides,
  reportingInterval,
}: MetricsRule): TelemetryMetric => ({
  ...providers(names),
  ...(overrides && { overrides: overrides.map(override) }),
  ...(reportingInterval !== undefined && { reportingInterval }),
});

const percentage = numberTest(percentProblem);

/** Two entries of one name would leave only the later in the object. */
function checkNames(check: ArgumentCheck, at: string, tags: readonly { tag: string }[]): void {
  const path = (i: number) => `${at}[${i}].tag`;
  const names = tags.map(({ tag }) => tag);
  names.forEach((tag, i) => {
    check.plain(path(i), tag, () => (tag === "" ? '"" is no name of a tag' : undefined));
  });
  checkUnique(check, names, path);
}

const tagSources = ["literal", "header", "environment", "formatter"] as const;

function checkTracingTag(check: ArgumentCheck, at: string, tag: TracingTag): void {
  checkExactlyOne(check, at, { object: tag, names: tagSources });
  const [source] = tagSources.filter((one) => tag[one] !== undefined);
  if (tag.defaultValue !== undefined && (source === "literal" || source === "formatter")) {
    check.fail(
      `${at}.defaultValue`,
      `${shown(tag.defaultValue)} is for a header or variable that may be missing`,
    );
  }
}

function checkMetricTag(check: ArgumentCheck, at: string, { value, remove }: MetricTag): void {
  checkExactlyOne(check, at, {
    object: { value, remove: remove || undefined },
    names: ["value", "remove"],
  });
}

function checkOverride(check: ArgumentCheck, at: string, override: MetricOverride): void {
  const { tags = [] } = override;
  checkAtMostOne(check, at, { object: override, names: ["metric", "customMetric"] });
  checkNames(check, `${at}.tags`, tags);
  tags.forEach((tag, i) => {
    checkMetricTag(check, `${at}.tags[${i}]`, tag);
  });
}

function checkTracing(
  check: ArgumentCheck,
  { tracing }: MeshTelemetryArgs,
  provider: Test<string>,
) {
  const { customTags = [] } = tracing ?? {};
  check.input("tracing.provider", tracing?.provider, provider);
  check.input("tracing.randomSamplingPercentage", tracing?.randomSamplingPercentage, percentage);
  checkNames(check, "tracing.customTags", customTags);
  customTags.forEach((tag, i) => {
    checkTracingTag(check, `tracing.customTags[${i}]`, tag);
  });
}

/** Reports what the object alone does not show to be wrong. */
export function checkTelemetry(check: ArgumentCheck, args: MeshTelemetryArgs): void {
  const { accessLogging, metrics, knownProviders } = args;
  const provider = knownProvider(knownProviders && [...builtInProviders, ...knownProviders]);
  checkAtLeastOne(check, "accessLogging", {
    object: args,
    names: ["accessLogging", "tracing", "metrics"],
  });
  for (const name of ["accessLogging", "metrics"] as const) {
    if (args[name]?.length === 0) {
      check.fail(
        name,
        "is empty, which Istio takes for left out; leave it out, or write [{ disabled: true }] in accessLogging, and overrides with disabled in metrics",
      );
    }
  }
  accessLogging?.forEach(({ providers }, i) => {
    checkList(check, `accessLogging[${i}].providers`, providers, provider);
  });
  checkTracing(check, args, provider);
  metrics?.forEach(({ providers, overrides }, i) => {
    checkList(check, `metrics[${i}].providers`, providers, provider);
    overrides?.forEach((override, j) => {
      checkOverride(check, `metrics[${i}].overrides[${j}]`, override);
    });
  });
}
