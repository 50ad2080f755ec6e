import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { check } from "../check";
import { Kind } from "../kinds";

/** Ways of spreading requests that let new Pods have fewer at first. */
const slow: readonly string[] = ["UNSPECIFIED", "ROUND_ROBIN", "LEAST_REQUEST", "LEAST_CONN"];

type Settings = Pick<TrafficPolicy, "loadBalancer">;

/** How a policy spreads requests, where new Pods get their share at once all the same. */
function without({ loadBalancer = {} }: Settings): string | undefined {
  const { warmup, warmupDurationSecs, simple = "UNSPECIFIED", consistentHash } = loadBalancer;
  const way = consistentHash === undefined ? simple : "consistentHash";
  const isAsked = warmup !== undefined || warmupDurationSecs !== undefined;
  return isAsked && !slow.includes(way) ? way : undefined;
}

const placesOf = (policy: TrafficPolicy | undefined, path: string) => [
  { settings: policy ?? {}, path },
  ...(policy?.portLevelSettings ?? []).map((settings, i) => ({
    settings,
    path: `${path}.portLevelSettings[${i}]`,
  })),
];

const rule = (simple: string): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: engines, namespace: hangar}
spec:
  host: engines
  trafficPolicy:
    loadBalancer:
      ${simple}
      warmup: {duration: 45s}
`;

/** New Pods that are to be spared, where nothing spares them. */
export const warmupWithoutEffect = check({
  id: "warmup-without-effect",
  code: "MESH0252",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A warmup stands beside a way of spreading requests that has none.",
  why: "Only ROUND_ROBIN and LEAST_REQUEST give new Pods fewer requests at first: here they get their share at once.",
  fix: "Write ROUND_ROBIN or LEAST_REQUEST, or leave the warmup out.",
  url: "https://istio.io/latest/docs/reference/config/networking/destination-rule/#WarmupConfiguration",
  fires: rule("simple: RANDOM # found"),
  silent: rule("simple: ROUND_ROBIN"),
  *run({ spec: { trafficPolicy, subsets = [] } }) {
    const all = [
      ...placesOf(trafficPolicy, "spec.trafficPolicy"),
      ...subsets.flatMap((subset, i) =>
        placesOf(subset.trafficPolicy, `spec.subsets[${i}].trafficPolicy`),
      ),
    ];
    for (const { settings, path } of all) {
      const way = without(settings);
      if (way !== undefined) {
        const field = way === "consistentHash" ? way : "simple";
        yield {
          path: `${path}.loadBalancer.${field}`,
          message: `${way} gives new Pods their share at once: warmup has no effect`,
        };
      }
    }
  },
});
