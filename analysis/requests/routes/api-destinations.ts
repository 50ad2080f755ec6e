import type { HTTPRouteRuleBackendRef } from "../../../schemas/kinds/gateway/http-route";
import { bothChanges } from "../header-changes";
import type { Forward, Weighted } from "../route";
import {
  type BackendReference,
  type BackendSource,
  backendOf,
  isUntranslatable,
  type Untranslatable,
} from "./api-backend";
import { type ChangedHeaders, headerChanges } from "./api-headers";

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
    ...(request.authority !== undefined && { authority: request.authority }),
  };
}

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

/** What a route changes: its own, and what the one destination that it has changes. */
export function changesOfAll(
  own: { readonly request: ChangedHeaders; readonly response: ChangedHeaders },
  destinations: readonly Weighted[],
): Pick<Forward, "destinations" | "requestHeaders" | "responseHeaders"> & {
  readonly authority?: string;
} {
  const [first] = destinations;
  const single = first && destinations.length === 1 ? first : undefined;
  const { requestHeaders, responseHeaders, authority, ...rest } = single ?? ({} as Weighted);
  const request = bothChanges(own.request.changes, requestHeaders);
  const response = bothChanges(own.response.changes, responseHeaders);
  const host = own.request.authority ?? authority;
  return {
    destinations: single ? [rest] : destinations,
    ...(request && { requestHeaders: request }),
    ...(response && { responseHeaders: response }),
    ...(host !== undefined && { authority: host }),
  };
}
