import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkAtLeastOne, checkAtMostOne, checkExactlyOne } from "../../arguments/choice";
import { checkList } from "../../arguments/late-list";
import { numberTest, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { percentProblem } from "../../values/percent";
import { knownProvider } from "../policies/known-provider";
import type { MeshTelemetryArgs } from "./mesh-telemetry-args";
import { builtInProviders } from "./mesh-telemetry-part";
import type { MetricOverride, MetricTag, TracingTag } from "./telemetry-rules";

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
