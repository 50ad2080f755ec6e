import * as pulumi from "@pulumi/pulumi";
import { type Mirror, withMirror } from "./mirror";
import type { Problem } from "./schema";
import { argumentProblems, configSchema, contradictions, type StackConfig } from "./stack";

/** Structured values arrive as JSON, plain texts as they are. */
function parseValue(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/**
 * The configuration as the components need it. `raw` holds the values by their full key; keys of
 * other namespaces, such as `kubernetes:context`, are none of ours.
 */
export function parseConfig(
  raw: Readonly<Record<string, string>>,
  namespace: string,
  mirror: Mirror = {},
): StackConfig {
  const prefix = `${namespace}:`;
  const own = Object.entries(raw)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), parseValue(value)]);
  const problems: Problem[] = [];
  const written = configSchema.read("", Object.fromEntries(own), problems);
  const config = problems.length === 0 ? withMirror(written, mirror) : written;
  const isRead = (section: string) => !problems.some(({ path }) => path === section);
  problems.push(...argumentProblems(config, isRead));
  if (problems.length === 0) {
    problems.push(...contradictions(config));
  }
  if (problems.length > 0) {
    throw refused(prefix, problems);
  }
  return config;
}

/** A RunError, since where in this program it was found helps nobody. */
function refused(prefix: string, problems: Problem[]): pulumi.RunError {
  const count = problems.length === 1 ? "1 value" : `${problems.length} values`;
  const lines = problems.map(({ path, reason }) => `  ${prefix}${path}: ${reason}`);
  return new pulumi.RunError(
    [`The stack's configuration has ${count} that cannot work`, ...lines].join("\n"),
  );
}

/** The running stack's configuration, or one error with everything that is wrong in it. */
export function readConfig(): StackConfig {
  return parseConfig(pulumi.runtime.allConfig(), pulumi.getProject(), process.env as Mirror);
}
