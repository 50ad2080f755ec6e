import type * as celModule from "@bufbuild/cel";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { attachmentFindings } from "./primitives/attachment";
import {
  checkText,
  entries,
  field,
  isAbsent,
  isBlank,
  isSet,
  type Place,
  pairs,
  refusedIf,
} from "./primitives/place";

/**
 * What istiod's webhook says of a Telemetry: of tags, of filters, and of lists of which it heeds one
 * entry.
 */
export function telemetryRules({ spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  const tracing = field(spec, "tracing");
  return [
    ...attachmentFindings(spec),
    ...entries(field(spec, "metrics")).flatMap(metricsFindings),
    ...severalFindings(tracing, "one entry"),
    ...entries(tracing).flatMap(tracingFindings),
    ...entries(field(spec, "accessLogging")).flatMap(loggingFindings),
  ];
}

const severalFindings = (list: Place, allowed: string): Finding[] =>
  entries(list).length > 1
    ? [warned(list.path, list.value, `for traces, ${allowed} is all that istiod supports`)]
    : [];

function tracingFindings(tracing: Place): Finding[] {
  const unnamed = pairs(field(tracing, "customTags")).filter(([name]) => name === "");
  return [
    ...severalFindings(field(tracing, "providers"), "one provider"),
    ...unnamed.map(([, { path, value }]) => refused(path, value, "a tag needs a name")),
  ];
}

const metricsFindings = (metrics: Place): Finding[] =>
  entries(field(metrics, "overrides"))
    .flatMap((override) => pairs(field(override, "tagOverrides")))
    .flatMap(([name, override]) => [
      ...(name === "" ? [warned(override.path, override.value, "a tag needs a name")] : []),
      ...tagFindings(override),
    ]);

/** The schema asks for the value of UPSERT only where that is written. */
function tagFindings(override: Place): Finding[] {
  const operation = field(override, "operation");
  const value = field(override, "value");
  return refusedIf(
    (isAbsent(operation) || operation.value === "UPSERT") && isBlank(value),
    value,
    "operation UPSERT, which is the default, needs a value; REMOVE takes the tag away",
  );
}

function loggingFindings(logging: Place): Finding[] {
  const filter = field(logging, "filter");
  const expression = field(filter, "expression");
  return isSet(filter) && isBlank(expression)
    ? [refused(expression.path, expression.value, "an expression is expected")]
    : checkText(expression, expressionProblem);
}

/** Whether the text is an expression; not judged where its language, optional here, is missing. */
function expressionProblem(expression: string): string | undefined {
  const cel = celLanguage();
  // The parser does not know names in backticks.
  if (cel === undefined || expression.includes("`")) {
    return undefined;
  }
  try {
    // Nor does it know a comment that no line end closes.
    cel.parse(`${expression}\n`);
    return undefined;
  } catch {
    return 'an expression of CEL is expected, e.g. "response.code >= 400"';
  }
}

function celLanguage(): typeof celModule | undefined {
  try {
    return require("@bufbuild/cel");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") {
      return undefined;
    }
    throw error;
  }
}
