import type { VirtualServiceHttpRetries } from "../../../schemas/kinds/networking/virtual-service";
import { envoyDuration } from "../../../values/duration";
import { isNamedStatus } from "../../../values/http-status";
import { fields, number, text } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import type { Retries } from "../answer";

const usualAttempts = 2;
const byStatus = "retriable-status-codes";
const usualConditions = ["connect-failure", "refused-stream", "unavailable", "cancelled", byStatus];

/** Conditions as Envoy takes them: a status among them asks for the condition that looks at statuses. */
function conditionsOf(retryOn: string): readonly string[] {
  const parts = retryOn
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return [...new Set(parts.some(isNamedStatus) ? [...parts, byStatus] : parts)].sort();
}

type Policy = Pick<VirtualServiceHttpRetries, "attempts" | "perTryTimeout" | "retryOn">;

function retriesBy({ attempts = 0, perTryTimeout, retryOn }: Policy): Retries | undefined {
  return attempts <= 0
    ? undefined
    : {
        attempts,
        ...(perTryTimeout !== undefined && { perTryTimeout: envoyDuration(perTryTimeout) }),
        retryOn: retryOn ? conditionsOf(retryOn) : [...usualConditions].sort(),
      };
}

/** How routes try again that say nothing of it: as the mesh says, else twice where no request was taken. */
function usualRetries(mesh: Mesh): Retries | undefined {
  const { defaultHttpRetryPolicy } = mesh.config.all;
  if (defaultHttpRetryPolicy === undefined || defaultHttpRetryPolicy === null) {
    return retriesBy({ attempts: usualAttempts });
  }
  const own = fields(defaultHttpRetryPolicy);
  const perTryTimeout = text(own.perTryTimeout);
  const retryOn = text(own.retryOn);
  return retriesBy({
    attempts: number(own.attempts) ?? 0,
    ...(perTryTimeout !== undefined && { perTryTimeout }),
    ...(retryOn !== undefined && { retryOn }),
  });
}

/** How a route tries again; without a word of it as the mesh does. */
export const retriesOf = (mesh: Mesh, own: Policy | undefined): Retries | undefined =>
  own === undefined ? mesh.fact(usualRetries) : retriesBy(own);
