import type { Declared } from "../declared-set";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { RolloutName } from "./rollouts";

/** Fields of the plugin by the kind of route that they name: one, or a list. */
const namedKinds = [
  ["httpRoute", Kind.HttpRoute],
  ["grpcRoute", Kind.GrpcRoute],
  ["tcpRoute", Kind.TcpRoute],
  ["tlsRoute", Kind.TlsRoute],
] as const;

/** A route of the Gateway API whose weights a Rollout changes. */
export interface RolloutRoute extends RolloutName {
  readonly kind: (typeof namedKinds)[number][1];
}

/** What a Rollout of Argo's changes of the Gateway API's routes, by the plugin for it. */
export interface RolloutApiTraffic {
  readonly routes: readonly RolloutRoute[];
  /** Names of the Services of the old and of the new Pods. */
  readonly services: readonly string[];
}

const plugin = "argoproj-labs/gatewayAPI";
const path = `spec.strategy.canary.trafficRouting.plugins["${plugin}"]`;

function* namesOf(settings: Fields, field: string): Iterable<{ name: string; path: string }> {
  const one = text(settings[field]);
  if (one) {
    yield { name: one, path: `${path}.${field}` };
  }
  for (const [i, { name }] of list(settings[`${field}s`]).entries()) {
    const own = text(name);
    if (own) {
      yield { name: own, path: `${path}.${field}s[${i}].name` };
    }
  }
}

/** What a Rollout names; nothing where it leaves the Gateway API alone. */
export function apiTrafficOf({ id, object }: Declared): RolloutApiTraffic | undefined {
  const strategy = fields(fields(fields(object.spec).strategy).canary);
  const settings = fields(fields(fields(strategy.trafficRouting).plugins)[plugin]);
  if (Object.keys(settings).length === 0) {
    return undefined;
  }
  const namespace = text(settings.namespace) ?? id.namespace;
  return {
    routes: namedKinds.flatMap(([field, kind]) =>
      [...namesOf(settings, field)].map((one) => ({ ...one, kind, namespace })),
    ),
    services: [strategy.stableService, strategy.canaryService].flatMap((name) => text(name) ?? []),
  };
}
