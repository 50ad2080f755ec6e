import * as pulumi from "@pulumi/pulumi";
import { writtenPath } from "./written-names";

/**
 * Without the frames of Pulumi itself, which tell a user nothing. Node 20.20 does not come to an end
 * when it prints one of them: the source maps of Pulumi name files directly below a scope
 * (node_modules/@pulumi/output.ts), and only running out of memory ends its search for their package.
 */
export function withoutPulumiFrames(stack: string): string {
  const frame = /^\s+at .*[/\\]node_modules[/\\]@pulumi[/\\]/;
  return stack
    .split("\n")
    .filter((line) => !frame.test(line))
    .join("\n");
}

/** One error with everything that is wrong with the arguments of `subject`. */
export function problemsFound(
  subject: string,
  found: readonly pulumi.InputPropertyErrorDetails[],
): pulumi.InputPropertiesError {
  const errors = found.map(({ propertyPath, reason }) => ({
    propertyPath: writtenPath(subject, propertyPath),
    reason,
  }));
  const count = errors.length === 1 ? "1 argument" : `${errors.length} arguments`;
  const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath}: ${reason}`);
  const error = new pulumi.InputPropertiesError({
    message: [`${subject}: ${count} cannot work`, ...lines].join("\n"),
    errors,
  });
  error.stack = withoutPulumiFrames(error.stack ?? error.message);
  return error;
}
