import { Kind } from "../../mesh/kinds";
import { kindOf, objectWords } from "../../mesh/kubernetes-object";
import type { Mesh } from "../../mesh/mesh";
import { isIstios } from "../../mesh/model/ingresses";
import type { NotJudgedPart } from "./change";
import type { ChangedObjects } from "./changed-objects";
import type { Asking } from "./changes";
import { calledWords, fromWords } from "./impact-words";
import { isNotJudged } from "./observed";

/** Kinds that change what proxies do in ways that are not modelled. */
const unmodelled: readonly string[] = [
  Kind.EnvoyFilter,
  Kind.WasmPlugin,
  Kind.TrafficExtension,
  Kind.ProxyConfig,
  Kind.NetworkPolicy,
];

const unread = "what it does to requests is not modelled";

function ofAsking({ place, callers, observed }: Asking): NotJudgedPart[] {
  return observed
    .filter(({ before, after }) => isNotJudged(before) || isNotJudged(after))
    .flatMap(({ before, after, caller }) =>
      [before, after]
        .filter(isNotJudged)
        .flatMap(({ notModelled }) => notModelled)
        .map((reason) => ({
          reason,
          requests: `${place.gateway === undefined ? fromWords([caller], callers) : "outside"} → ${calledWords(place)}:${place.port}`,
        })),
    );
}

/** Requests of which nothing could be told, each reason once, and objects whose effect is not modelled. */
export function notJudgedParts(
  askings: readonly Asking[],
  { ids }: ChangedObjects,
): NotJudgedPart[] {
  const byReason = new Map<string, NotJudgedPart>();
  for (const part of askings.flatMap(ofAsking)) {
    if (!byReason.has(part.reason)) {
      byReason.set(part.reason, part);
    }
  }
  const objects = ids
    .filter((id) => unmodelled.includes(kindOf(id)))
    .map((id) => ({
      reason: `${objectWords(id)} differs; ${unread}`,
    }));
  return [...byReason.values(), ...objects];
}

/** Objects of the kind Ingress that istiod takes for its own, and that differ. */
export function ofIngresses(
  [before, after]: readonly [Mesh, Mesh],
  changed: ChangedObjects,
): NotJudgedPart[] {
  const own = (all: ChangedObjects["before"], mesh: Mesh) =>
    [...all].filter((one) => kindOf(one.id) === Kind.Ingress && isIstios(one, mesh));
  const found = [...own(changed.before, before), ...own(changed.after, after)];
  return [...new Set(found.map(({ id }) => objectWords(id)))].map((words) => ({
    reason: `${words} differs; ${unread}`,
  }));
}
