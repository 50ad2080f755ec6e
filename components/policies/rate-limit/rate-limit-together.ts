import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { closest } from "../../../values/closest";
import { KubernetesProtocol } from "../../../values/known-names";
import type { ServiceFact } from "../../program/facts/service-facts";
import type { GlobalRateLimitFact, RateLimitPlace } from "../../program/facts/traffic-facts";
import { inSidecars } from "../../program/in-sidecars";
import {
  type Claim,
  type Demand,
  demand,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import { selectorKey } from "../../program/selector-key";
import type { View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import { holdsLater } from "../../resources/plain-part";
import { believedProxies, proxyProtocolExpected } from "../../routing/installed-gateway";
import { gatewayChecks } from "../gateway-reach";
import { httpChecks } from "../http-ports";
import { gatewaysOf, reachOf } from "../policy-reach";
import { waypointCheck } from "../target-checks";
import { serviceOf } from "../traffic/traffic-policy-together";
import { countsTwice, localFact, localPlace } from "./local-rate-limit";
import { type GlobalRateLimit, type RateLimitArgs, RateLimitPosition } from "./rate-limit-args";

type Labels = { readonly [key: string]: string };

const plainLabels = ({ selector }: RateLimitArgs): Labels | "later" | undefined => {
  const known = selector && recall(selector);
  if (selector === undefined) {
    return undefined;
  }
  return known === undefined || holdsLater(known) ? "later" : (known as Labels);
};

/** Where a rate limit service is asked, as far as it is plain. */
export function globalPlace(owner: string, args: RateLimitArgs): GlobalRateLimitFact {
  const stage = recall(args.global?.stage ?? 0);
  return { ...placeOf(owner, args), ...(stage !== undefined && { stage }) };
}

/** Whose proxies count, as far as it is plain. */
function placeOf(owner: string, args: RateLimitArgs): RateLimitPlace {
  const namespace = recall(args.namespace);
  const waypoint = args.waypoint === undefined ? undefined : recall(args.waypoint);
  const labels = plainLabels(args);
  return {
    owner,
    position: args.position ?? RateLimitPosition.Sidecar,
    ...(namespace !== undefined && { namespace }),
    ...(waypoint !== undefined && { waypoint }),
    ...(labels !== undefined && { labels }),
  };
}

/** Whether some Pod could have both; what arrives later is never guessed. */
function meet(one: GlobalRateLimitFact["labels"], other: GlobalRateLimitFact["labels"]): boolean {
  if (one === "later" || other === "later") {
    return false;
  }
  return Object.entries(one ?? {}).every(
    ([key, value]) => other?.[key] === undefined || other[key] === value,
  );
}

const same = (one: GlobalRateLimitFact, other: GlobalRateLimitFact): boolean =>
  one.stage !== undefined &&
  one.namespace !== undefined &&
  (["position", "namespace", "waypoint", "stage"] as const).every(
    (field) => one[field] === other[field],
  ) &&
  meet(one.labels, other.labels);

const anotherStage = "a proxy would ask with the descriptors of both";
const way = "give this one a stage of its own, 0 to 10, or write both into one RateLimit";

/** Why the place is taken, by whom of the program. */
export function takenPlace(place: GlobalRateLimitFact, program: View): string | undefined {
  const [other] = program.said("globalRateLimit").filter((one) => same(place, one));
  return (
    other &&
    `stage ${place.stage} of the rate limits of these proxies belongs to ${other.owner} already; ${anotherStage}: ${way}`
  );
}

/** Also for what arrives later. */
const stageClaim = ({ namespace, selector, waypoint, position, global }: RateLimitArgs): Claim => ({
  what: "stage of the rate limits at",
  key: [
    namespace,
    position ?? RateLimitPosition.Sidecar,
    waypoint ?? (selector === undefined ? "all" : selectorKey(selector)),
    whenKnown([global?.stage ?? 0], String),
  ],
  path: "global.stage",
  way,
});

function speaksGrpc({ name = "", appProtocol = name }: ServiceFact["ports"][number]): boolean {
  return (
    appProtocol === KubernetesProtocol.PlainHttp2 ||
    ["grpc", "http2"].some((one) => appProtocol.startsWith(one))
  );
}

/** Without the port there is no cluster to ask, and without its name the service is asked in HTTP/1.1. */
function serviceProblem(
  { ports, portsArriveLater }: ServiceFact,
  number: number,
): string | undefined {
  const port = ports.find((one) => one.port === number);
  if (port === undefined) {
    const list = ports.map((one) => one.port).join(", ");
    return portsArriveLater
      ? undefined
      : `is ${number}, which the Service of the program does not have; allowed: ${list}`;
  }
  return speaksGrpc(port)
    ? undefined
    : `is ${number}, which the Service of the program does not call gRPC; begin the port's name there with "grpc"`;
}

function serviceDemand({ service: host, port = 8081 }: GlobalRateLimit): Demand[] {
  const service = serviceOf(host);
  const number = recall(port);
  return service && number !== undefined
    ? [
        demand({
          topic: "service",
          key: service,
          path: "global.port",
          test: (known) => serviceProblem(known, number),
        }),
      ]
    : [];
}

const effect = "nothing counts requests";

/** A Service that is nearly called so; where there is none to ask, every request passes. */
const misspelt = ({ service: host, failureModeDeny }: GlobalRateLimit): EndCheck[] => {
  const service = serviceOf(host);
  return service === undefined
    ? []
    : [
        {
          path: "global.service",
          names: service,
          reason(program, [namespace, name = ""]) {
            const names = program
              .said("service")
              .flatMap(({ place }) => (place && place.namespace === namespace ? place.name : []));
            const meant = names.includes(name) ? undefined : closest(name, names);
            const then = failureModeDeny === true ? "every request is refused" : effect;
            return (
              meant &&
              `is the Service ${shown(name)} of namespace ${namespace}, which the program does not have, so that ${then}; did you mean ${shown(meant)}?`
            );
          },
        },
      ];
};

/** The labels have to choose a gateway that serves something, and sees requests. */
const checksAtGateway = (place: Pick<RateLimitArgs, "namespace" | "selector">): EndCheck[] => [
  ...gatewayChecks(place, {
    effect,
    wayTo: (name) => `selector: { "gateway.networking.k8s.io/gateway-name": "${name}" }`,
  }),
  ...httpChecks(place, [{ path: "selector", effect: `${effect}; leave it out` }]),
];

/** Entries that count by the address of the client. */
const byAddress = ({ descriptors }: GlobalRateLimit): string[] =>
  descriptors.flatMap(({ entries }, i) =>
    entries.flatMap(({ remoteAddress }, j) =>
      remoteAddress ? [`global.descriptors[${i}].entries[${j}].remoteAddress`] : [],
    ),
  );

/** Where a gateway sees one address for everybody, all clients together have the limit of one. */
const addressChecks = ({ namespace, selector, global }: RateLimitArgs): EndCheck[] =>
  (global ? byAddress(global) : []).slice(0, 1).map((path) => ({
    path,
    names: [namespace],
    reason(program, [own = ""]) {
      const reach = reachOf({ namespace: own, ...(selector && { selector }) });
      const gateway = proxyProtocolExpected(program)
        ? undefined
        : gatewaysOf(program, reach).find(
            (one) => one.hidesClients && believedProxies(one, program) === 0,
          );
      return (
        gateway &&
        `is the address at the other end of the connection, and the Service of ${gateway.owner} may put that of a node there (externalTrafficPolicy "Cluster", Kubernetes' default): all clients behind it have one limit; set its externalTrafficPolicy to "Local", or its numTrustedProxies where a proxy in front names the client`
      );
    },
  }));

/** Gateways take their requests as no sidecar does. */
const checkOfSidecars = ({ namespace, selector }: RateLimitArgs): EndCheck => ({
  path: "position",
  names: [namespace],
  reason(program, [own = ""]) {
    const [gateway] = gatewaysOf(
      program,
      reachOf({ namespace: own, ...(selector && { selector }) }),
    );
    return (
      gateway &&
      `is for sidecars, and the selector chooses the Pods of ${gateway.owner}, so that ${effect}; write position "gateway"`
    );
  },
});

/** What is to stand where the limits are. */
function placePart(args: RateLimitArgs): Pick<Part, "demands" | "atEnd"> {
  const { namespace, position = RateLimitPosition.Sidecar, waypoint, selector } = args;
  if (position === RateLimitPosition.Sidecar) {
    const { demands = [], atEnd = [] } = inSidecars({
      namespace,
      path: "position",
      chosen: selector !== undefined,
      way: 'a ztunnel counts no requests: write position "waypoint" with the name of a waypoint, or "gateway"',
    });
    return { demands, atEnd: [...atEnd, checkOfSidecars(args)] };
  }
  if (position === RateLimitPosition.Gateway) {
    return {
      atEnd: [
        ...checksAtGateway({ namespace, ...(selector && { selector }) }),
        ...addressChecks(args),
      ],
    };
  }
  return waypoint === undefined
    ? {}
    : { atEnd: [waypointCheck([namespace, waypoint], "waypoint", effect)] };
}

/** A scope of the sidecars is not to hide the service; gateways and waypoints follow none. */
const sidecarsCall = ({ owner, namespace }: GlobalRateLimitFact, host: string): Fact =>
  fact({
    topic: "proxyCall",
    key: [],
    path: "global.service",
    value: { owner, path: "global.service", host, ...(namespace !== undefined && { namespace }) },
  });

/** What a RateLimit says to the program that it is part of. */
export function rateLimitPart(
  place: GlobalRateLimitFact,
  args: RateLimitArgs,
  objects: readonly Pick<NamedObject<unknown>, "name" | "namespace">[],
): Part {
  const { global, local } = args;
  const counted = local && localPlace(placeOf(place.owner, args), local);
  const names = (object: (typeof objects)[number]): readonly pulumi.Input<string>[] => [
    object.namespace,
    object.name,
  ];
  const host = global && recall(global.service);
  const { demands = [], atEnd = [] } = placePart(args);
  return {
    claims: [
      ...(global ? [stageClaim(args)] : []),
      ...objects.map((object) => objectClaim("EnvoyFilter", names(object), "name")),
    ],
    facts: [
      ...(global
        ? [fact({ topic: "globalRateLimit", key: [], value: place, path: "global" })]
        : []),
      ...(host !== undefined && place.position === RateLimitPosition.Sidecar
        ? [sidecarsCall(place, host)]
        : []),
      ...(counted ? [localFact(counted)] : []),
    ],
    demands: [...demands, ...(global ? serviceDemand(global) : [])],
    atEnd: [
      ...atEnd,
      ...(global ? misspelt(global) : []),
      ...(counted ? [countsTwice(counted)] : []),
    ],
  };
}
