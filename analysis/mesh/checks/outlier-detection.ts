import type {
  OutlierDetection,
  TrafficPolicy,
} from "../../../schemas/kinds/networking/destination-rule";
import { check } from "../check";
import { Kind } from "../kinds";
import type { Rule } from "../model/destination-rules";
import { hostsOfRule } from "../model/servers";
import { quoted } from "../words";

interface Setting {
  outlier: OutlierDetection;
  path: string;
}

function ofPolicy(policy: TrafficPolicy | undefined, path: string): Setting[] {
  const { outlierDetection, portLevelSettings = [] } = policy ?? {};
  return [
    ...(outlierDetection ? [{ outlier: outlierDetection, path: `${path}.outlierDetection` }] : []),
    ...portLevelSettings.flatMap(({ outlierDetection: own }, i) =>
      own ? [{ outlier: own, path: `${path}.portLevelSettings[${i}].outlierDetection` }] : [],
    ),
  ];
}

const settingsOf = ({ source, subsets }: Rule): Setting[] => [
  ...ofPolicy(source.spec.trafficPolicy, "spec.trafficPolicy"),
  ...subsets.flatMap(({ trafficPolicy }, i) =>
    ofPolicy(trafficPolicy, `spec.subsets[${i}].trafficPolicy`),
  ),
];

const everybody = 100;
/** Envoy's own, where nothing is written. */
const usualPercent = 10;

const url =
  "https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection";

/** Outlier detection that may leave nobody. */
export const outlierEverybody = check({
  id: "outlier-everybody",
  code: "MESH0113",
  aliases: [],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary: "Outlier detection may take all Pods of a host out.",
  why: "When all fail at once, for example as their database is down, all are ejected: clients get 503 even from those that answer again, until the ejection ends.",
  fix: "Write a maxEjectionPercent below 100, or a minHealthPercent above 0 from which on all Pods are used again.",
  url,
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: scores, namespace: games}
spec:
  host: scores
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 3
      maxEjectionPercent: 100 # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: scores, namespace: games}
spec:
  host: scores
  trafficPolicy:
    outlierDetection: {consecutive5xxErrors: 3, maxEjectionPercent: 100, minHealthPercent: 30}
`,
  *run({ id }, mesh) {
    for (const { outlier, path } of settingsOf(mesh.ruleOf(id))) {
      if (outlier.maxEjectionPercent === everybody && !outlier.minHealthPercent) {
        yield {
          path: `${path}.maxEjectionPercent`,
          message: "100, without a minHealthPercent: when all Pods fail at once, none is left",
        };
      }
    }
  },
});

/** Outlier detection of too few Pods to eject one. */
export const outlierNobody = check({
  id: "outlier-nobody",
  code: "MESH0114",
  aliases: [],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary: "Outlier detection may eject less than one Pod of a host.",
  why: "Of fewer than 10 Pods the usual 10 % is less than one, so it may be that none is ever ejected.",
  fix: "Write a maxEjectionPercent of which at least one Pod is a part.",
  url,
  fires: `apiVersion: v1
kind: Service
metadata: {name: tiles, namespace: atlas}
spec: {ports: [{port: 8050, name: http}], selector: {app: tiles}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tiles, namespace: atlas}
spec:
  replicas: 4
  selector: {matchLabels: {app: tiles}}
  template:
    metadata: {labels: {app: tiles}}
    spec: {containers: [{name: tiles, image: "tiles:5"}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: tiles, namespace: atlas}
spec:
  host: tiles
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 3
      maxEjectionPercent: 20 # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: tiles, namespace: atlas}
spec: {ports: [{port: 8050, name: http}], selector: {app: tiles}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tiles, namespace: atlas}
spec:
  replicas: 4
  selector: {matchLabels: {app: tiles}}
  template:
    metadata: {labels: {app: tiles}}
    spec: {containers: [{name: tiles, image: "tiles:5"}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: tiles, namespace: atlas}
spec:
  host: tiles
  trafficPolicy:
    outlierDetection: {consecutive5xxErrors: 3, maxEjectionPercent: 25}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    const counts = hostsOfRule(mesh, rule)
      .flatMap((host) => mesh.podsOf(host))
      .map(({ replicas }) => replicas);
    const pods = counts.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0);
    if (!(pods > 0) || rule.host.startsWith("*")) {
      return;
    }
    for (const { outlier, path } of settingsOf(rule)) {
      const percent = outlier.maxEjectionPercent || usualPercent;
      if ((pods * percent) / everybody < 1) {
        yield {
          path: outlier.maxEjectionPercent ? `${path}.maxEjectionPercent` : path,
          message: `${percent} % of the ${pods} Pods of ${quoted(rule.host)} is less than one`,
        };
      }
    }
  },
});

/** Whether nothing that is written, and none of Envoy's own values, ejects a Pod. */
const isOff = ({
  consecutive5xxErrors,
  consecutiveGatewayErrors = 0,
  splitExternalLocalOriginErrors,
}: OutlierDetection): boolean =>
  consecutive5xxErrors === 0 &&
  consecutiveGatewayErrors === 0 &&
  splitExternalLocalOriginErrors !== true;

/** Outlier detection that counts no errors. */
export const outlierOff = check({
  id: "outlier-off",
  code: "MESH0161",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary:
    "Outlier detection counts no errors: consecutive5xxErrors is 0, and nothing else is asked for.",
  why: "0 switches the count off, so that no Pod is ever ejected, and locality failover never finds one unhealthy.",
  fix: "Write after how many errors a Pod is ejected, or a consecutiveGatewayErrors above 0; leave outlierDetection out where none is meant.",
  url,
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: dice, namespace: games}
spec:
  host: dice
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 0 # found
      interval: 5s
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: dice, namespace: games}
spec:
  host: dice
  trafficPolicy:
    outlierDetection: {consecutive5xxErrors: 0, consecutiveGatewayErrors: 5, interval: 5s}
`,
  *run({ id }, mesh) {
    for (const { outlier, path } of settingsOf(mesh.ruleOf(id))) {
      if (isOff(outlier)) {
        yield {
          path: `${path}.consecutive5xxErrors`,
          message: "0 counts none, and consecutiveGatewayErrors is not set: no Pod is ever ejected",
        };
      }
    }
  },
});
