import type { HTTPRouteRuleBackendRef } from "../../../schemas/kinds/gateway/http-route";
import type { Weighted } from "../route";
import {
  type BackendReference,
  type BackendSource,
  backendOf,
  isUntranslatable,
  type Untranslatable,
} from "./api-backend";
import { headerChanges } from "./api-headers";

/** A backend of an HTTPRoute or GRPCRoute. */
type HttpBackend = Pick<HTTPRouteRuleBackendRef, "filters"> & BackendReference;

const whole = 100;

/** How much a backend counts, beside the others of its rule. */
const weightOf = ({ weight = 1 }: BackendReference): number => weight;

/** Whether no backend gets anything. */
export const isWithoutBackends = (backends: readonly BackendReference[]): boolean =>
  backends.every((one) => weightOf(one) === 0);

function changesOf(
  { filters = [] }: HttpBackend,
  path: string,
): Partial<Weighted> | Untranslatable {
  const other = filters.find(
    ({ type }) => type !== "RequestHeaderModifier" && type !== "ResponseHeaderModifier",
  );
  if (other) {
    return { untranslatable: `${path} has a filter ${other.type}` };
  }
  const find = (wanted: string) => filters.find(({ type }) => type === wanted);
  const request = headerChanges(find("RequestHeaderModifier")?.requestHeaderModifier);
  const response = headerChanges(find("ResponseHeaderModifier")?.responseHeaderModifier);
  return {
    ...(request.changes && { requestHeaders: request.changes }),
    ...(response.changes && { responseHeaders: response.changes }),
  };
}

/** Whether a backend's filters change the host of requests, which Envoy does for each destination apart. */
export const changesHost = ({ filters = [] }: HttpBackend): boolean =>
  filters.some(
    ({ requestHeaderModifier }) => headerChanges(requestHeaderModifier).authority !== undefined,
  );

/** Backends of a rule by their weights, as shares; those of weight 0 are left out. */
export function destinationsOf(
  source: BackendSource,
  backends: readonly HttpBackend[],
  path: string,
): readonly Weighted[] | Untranslatable {
  const sum = backends.reduce((all, one) => all + weightOf(one), 0);
  const made: Weighted[] = [];
  for (const [i, backend] of backends.entries()) {
    const at = `${path}.backendRefs[${i}]`;
    if (weightOf(backend) > 0) {
      const destination = backendOf(source, backend, at);
      const changes = changesOf(backend, at);
      if (isUntranslatable(destination)) {
        return destination;
      }
      if (isUntranslatable(changes)) {
        return changes;
      }
      made.push({ ...destination, ...changes, share: (whole * weightOf(backend)) / sum });
    }
  }
  return made;
}
