import type { KubernetesObject } from "../objects";
import type { Random } from "../random";
import { attaching, frontGrant, routeFilters, routeHosts } from "./impact-front";
import {
  apiMatches,
  apiRoute,
  authentication,
  conditions,
  policy,
  routeAtFront,
} from "./impact-world";
import { fullHost, httpRoute, worldServices } from "./world";

/** Single changes of a set that may change what clients see. */

// biome-ignore lint/suspicious/noExplicitAny: fields of objects of many kinds
export type Loose = any;

/** Changes a copy of a set in place; whether there was something to change. */
export type Change = (objects: Loose[], random: Random) => boolean;

/** Whether a Gateway is one of the Gateway API. */
const isOfApi = ({ kind, spec }: Loose): boolean => kind === "Gateway" && spec.listeners;

const isAtFront = ({ spec }: Loose): boolean => spec.parentRefs[0].kind !== "Service";

/** One of the set's objects of a kind, changed. */
const one =
  (kind: string, change: (object: Loose, random: Random) => unknown): Change =>
  (objects, random) => {
    const all = objects.filter((object) => object.kind === kind && !isOfApi(object));
    return all.length > 0 && change(random.pick(all), random) !== false;
  };

/** One of the listeners of the Gateway of the Gateway API, changed. */
const listener =
  (change: (listener: Loose, random: Random, all: Loose[]) => unknown): Change =>
  (objects, random) => {
    const { spec } = objects.find(isOfApi);
    return change(random.pick(spec.listeners), random, spec.listeners) !== false;
  };

const isHttp = ({ portName }: { portName: string }) => portName !== "tcp";
const routed = (random: Random) => random.pick(worldServices.filter(isHttp));

/** One of the routes of a VirtualService, changed. */
const route = (change: (route: Loose, random: Random) => unknown): Change =>
  one("VirtualService", ({ spec }, random) => change(random.pick(spec.http), random));

/** The same of one that sends requests on. */
const forward = (change: (route: Loose, random: Random) => unknown): Change =>
  one("VirtualService", ({ spec }, random) => {
    const all = spec.http.filter((own: Loose) => own.route);
    return all.length > 0 && change(random.pick(all), random);
  });

const matched = (change: (match: Loose, random: Random) => unknown): Change =>
  one("VirtualService", ({ spec }, random) => {
    const all = spec.http.flatMap((own: Loose) => own.match ?? []);
    return all.length > 0 && change(random.pick(all), random);
  });

const gone =
  (kind: string): Change =>
  (objects, random) => {
    const all = objects.filter((object) => object.kind === kind);
    if (all.length === 0) {
      return false;
    }
    objects.splice(objects.indexOf(random.pick(all)), 1);
    return true;
  };

const destination = (change: (destination: Loose, random: Random) => unknown): Change =>
  forward((own, random) => change(random.pick<Loose>(own.route).destination, random));

const subset = (change: (subset: Loose, random: Random) => unknown): Change =>
  one("DestinationRule", ({ spec }, random) =>
    spec.subsets ? change(random.pick(spec.subsets), random) : false,
  );

const server = (change: (server: Loose, random: Random) => unknown): Change =>
  one("Gateway", ({ spec }, random) => change(random.pick(spec.servers), random));

const service = (change: (service: Loose, random: Random) => unknown): Change =>
  one("Service", (own, random) => change(own, random));

const set = (target: Loose, key: string, value: unknown): void => {
  target[key] = value;
};

const added =
  (make: (random: Random) => KubernetesObject): Change =>
  (objects, random) => {
    objects.push(make(random));
    return true;
  };

const security = (kind: string, name: string, place: string, spec: object): KubernetesObject => ({
  apiVersion: "security.istio.io/v1",
  kind,
  metadata: { name, namespace: place },
  spec,
});

const modes = ["STRICT", "PERMISSIVE", "DISABLE"];
const exports = [["."], ["*"], ["shop"], ["bank"]];

/** All of them, by name. */
export const changes: Readonly<Record<string, Change>> = {
  weight: forward((own, random) => {
    const [first, second] = own.route;
    if (!second) {
      return false;
    }
    const before = first.weight;
    first.weight = random.pick([100, 70, 30, 10, 0].filter((weight) => weight !== before));
    second.weight = 100 - first.weight;
    return true;
  }),
  "order of routes": one("VirtualService", ({ spec }) => {
    spec.http.reverse();
    return spec.http.length > 1;
  }),
  "route gone": one("VirtualService", ({ spec }, random) => {
    spec.http.splice(random.below(spec.http.length), 1);
    return spec.http.length > 0;
  }),
  "route more": one("VirtualService", ({ spec, metadata }, random) =>
    spec.http.unshift(httpRoute(random, metadata.namespace, routed(random))),
  ),
  "matched path": matched((match, random) =>
    set(
      match,
      "uri",
      random.pick([{ prefix: "/cart/1" }, { exact: "/login" }, { regex: "/(api|ca).*" }]),
    ),
  ),
  "matched header": matched((match, random) =>
    set(
      match,
      "headers",
      random.pick([{ "end-user": { exact: "jane" } }, { "x-test": { prefix: "y" } }]),
    ),
  ),
  "match gone": route((own) => {
    const had = own.match !== undefined;
    delete own.match;
    return had;
  }),
  timeout: forward((own, random) => set(own, "timeout", random.pick(["7s", "3s"]))),
  retries: forward((own, random) =>
    set(own, "retries", random.pick([{ attempts: 7 }, { attempts: 3, perTryTimeout: "2s" }])),
  ),
  mirror: forward((own, random) =>
    own.mirror ? delete own.mirror : set(own, "mirror", { host: fullHost(routed(random)) }),
  ),
  rewrite: forward((own) => set(own, "rewrite", { uri: "/elsewhere" })),
  headers: forward((own) => set(own, "headers", { request: { set: { "x-added": "1" } } })),
  fault: forward((own, random) =>
    set(own, "fault", {
      abort: { httpStatus: 503, percentage: { value: random.pick([20, 100]) } },
    }),
  ),
  redirect: route((own) => {
    for (const key of Object.keys(own).filter((name) => name !== "match")) {
      delete own[key];
    }
    own.redirect = { uri: "/moved" };
  }),
  "host of routes": one("VirtualService", ({ spec }, random) =>
    set(spec, "hosts", [fullHost(routed(random))]),
  ),
  "gateways of routes": one("VirtualService", ({ spec }) =>
    set(spec, "gateways", spec.gateways ? ["mesh"] : ["edge/public", "mesh"]),
  ),
  "exports of routes": one("VirtualService", ({ spec }, random) =>
    set(spec, "exportTo", random.pick(exports)),
  ),
  "destination's host": destination((own, random) => {
    own.host = fullHost(routed(random));
    delete own.port;
  }),
  "destination's port": destination((own, random) =>
    set(own, "port", { number: random.pick([80, 81, 8000, 7000]) }),
  ),
  "destination's subset": destination((own, random) =>
    set(own, "subset", random.pick(["v1", "v2", "v3", "v9"])),
  ),
  "routes gone": gone("VirtualService"),
  "rule gone": gone("DestinationRule"),
  "subset gone": one("DestinationRule", ({ spec }) => spec.subsets?.shift() !== undefined),
  "labels of a subset": subset((own, random) =>
    set(own, "labels", { version: random.pick(["v2", "v3", "v9"]) }),
  ),
  "TLS of a rule": one("DestinationRule", ({ spec }, random) =>
    set(spec, "trafficPolicy", {
      tls: { mode: random.pick(["DISABLE", "ISTIO_MUTUAL", "SIMPLE"]) },
    }),
  ),
  "pool of a rule": one("DestinationRule", ({ spec }) =>
    set(spec, "trafficPolicy", {
      ...spec.trafficPolicy,
      connectionPool: { tcp: { maxConnections: 3 } },
    }),
  ),
  "exports of a rule": one("DestinationRule", ({ spec }, random) =>
    set(spec, "exportTo", random.pick(exports)),
  ),
  "host of a rule": one("DestinationRule", ({ spec }, random) =>
    set(spec, "host", fullHost(random.pick(worldServices))),
  ),
  "entry gone": gone("ServiceEntry"),
  "port of an entry": one("ServiceEntry", ({ spec }) => {
    spec.ports[0].number = spec.ports[0].number === 443 ? 9443 : 443;
    spec.ports[0].protocol = "TLS";
    spec.ports[0].name = "tls";
  }),
  "exports of an entry": one("ServiceEntry", ({ spec }, random) =>
    set(spec, "exportTo", random.pick(exports)),
  ),
  "scope gone": gone("Sidecar"),
  "egress of a scope": one("Sidecar", ({ spec }, random) =>
    set(spec.egress[0], "hosts", random.pick([["./*"], ["bank/*"], ["*/*"], ["~/*"]])),
  ),
  "a scope more": (objects, random) => {
    const place = random.pick(["shop", "bank"]);
    objects.push({
      apiVersion: "networking.istio.io/v1",
      kind: "Sidecar",
      metadata: { name: "scope", namespace: place },
      spec: { egress: [{ hosts: random.pick([["./*"], ["bank/*"], ["~/*"]]) }] },
    });
    return !objects.some(
      ({ kind, metadata }, i) =>
        kind === "Sidecar" && metadata.namespace === place && i < objects.length - 1,
    );
  },
  "mode of mutual TLS": one("PeerAuthentication", ({ spec }, random) =>
    set(spec, "mtls", { mode: random.pick(modes.filter((mode) => mode !== spec.mtls.mode)) }),
  ),
  "mutual TLS more": added((random) =>
    security("PeerAuthentication", "more", random.pick(["shop", "bank"]), {
      mtls: { mode: random.pick(modes) },
    }),
  ),
  "mutual TLS gone": gone("PeerAuthentication"),
  "a policy more": added((random) => policy(random, "more")),
  "policy gone": gone("AuthorizationPolicy"),
  "action of a policy": one("AuthorizationPolicy", ({ spec }) =>
    set(spec, "action", spec.action === "DENY" ? "ALLOW" : "DENY"),
  ),
  "principals of a policy": one("AuthorizationPolicy", ({ spec }, random) =>
    set(spec.rules[0], "from", [
      { source: { principals: [random.pick(["*/sa/client", "*/sa/web-account"])] } },
    ]),
  ),
  "paths of a policy": one("AuthorizationPolicy", ({ spec }, random) =>
    set(spec.rules[0], "to", [{ operation: { paths: [random.pick(["/api/*", "*1", "/login"])] } }]),
  ),
  "methods of a policy": one("AuthorizationPolicy", ({ spec }, random) =>
    set(spec.rules[0], "to", [
      { operation: { methods: random.pick([["GET"], ["GET", "POST"], ["PUT", "POST"]]) } },
    ]),
  ),
  "selector of a policy": one("AuthorizationPolicy", ({ spec }, random) =>
    set(spec, "selector", { matchLabels: { app: random.pick(["web", "api"]) } }),
  ),
  "conditions of a policy": one("AuthorizationPolicy", ({ spec }, random) =>
    set(spec.rules[0], "when", [random.pick(conditions)]),
  ),
  "tokens more": added((random) => authentication(random, "more")),
  "tokens gone": gone("RequestAuthentication"),
  "issuer of tokens": one("RequestAuthentication", ({ spec }, random) =>
    set(spec.jwtRules[0], "issuer", random.pick(["me", "other"])),
  ),
  "audiences of tokens": one("RequestAuthentication", ({ spec }) =>
    spec.jwtRules[0].audiences
      ? delete spec.jwtRules[0].audiences
      : set(spec.jwtRules[0], "audiences", ["shop"]),
  ),
  "route of the API more": added((random) => apiRoute(random, "more")),
  "route of the API gone": gone("HTTPRoute"),
  "matches of a route of the API": one("HTTPRoute", ({ spec }, random) =>
    set(random.pick<Loose>(spec.rules), "matches", [random.pick(apiMatches)]),
  ),
  "weights of a route of the API": one("HTTPRoute", ({ spec }, random) =>
    set(random.pick<Loose>(random.pick<Loose>(spec.rules).backendRefs), "weight", random.below(5)),
  ),
  "timeout of a route of the API": one("HTTPRoute", ({ spec }) =>
    set(spec.rules[0], "timeouts", { request: "9s" }),
  ),
  "port of a parent": one("HTTPRoute", ({ spec }) =>
    spec.parentRefs[0].port ? delete spec.parentRefs[0].port : false,
  ),
  "route at the front more": added((random) => routeAtFront(random, "at-front")),
  "names of a route of the API": one("HTTPRoute", (own, random) =>
    isAtFront(own) ? set(own.spec, "hostnames", [random.pick(routeHosts)]) : false,
  ),
  "section of a parent": one("HTTPRoute", (own, random) =>
    isAtFront(own)
      ? set(own.spec.parentRefs[0], "sectionName", random.pick(["http", "https", "none"]))
      : false,
  ),
  "filters of a route of the API": one("HTTPRoute", (own, random) =>
    isAtFront(own)
      ? set(random.pick<Loose>(own.spec.rules), "filters", [random.pick(routeFilters)])
      : false,
  ),
  "redirect of a route of the API": one("HTTPRoute", (own, random) => {
    if (!isAtFront(own)) {
      return false;
    }
    const rule = random.pick<Loose>(own.spec.rules);
    delete rule.backendRefs;
    delete rule.timeouts;
    rule.filters = [{ type: "RequestRedirect", requestRedirect: { scheme: "https" } }];
    return true;
  }),
  "backend of a route of the API": one("HTTPRoute", ({ spec }, random) =>
    set(random.pick<Loose>(random.pick<Loose>(spec.rules).backendRefs ?? [{}]), "name", "nobody"),
  ),
  "order of rules of the API": one("HTTPRoute", ({ spec }) => spec.rules.reverse()),
  "grant gone": gone("ReferenceGrant"),
  "a grant more": (objects) => {
    const has = objects.some(({ kind }) => kind === "ReferenceGrant");
    return !has && objects.push(frontGrant()) > 0;
  },
  "name of a listener": listener((own, random) =>
    set(own, "hostname", random.pick(["bank.example.com", "*.example.com", "*.example.org"])),
  ),
  "listener gone": listener((own, _, all) => {
    all.splice(all.indexOf(own), 1);
  }),
  "namespaces of a listener": listener((own, random) =>
    set(own, "allowedRoutes", random.pick(attaching)),
  ),
  "port of a listener": listener((own) => set(own, "port", own.port + 1)),
  "certificate of a listener": listener((own) =>
    own.tls ? set(own.tls, "certificateRefs", [{ name: "none-tls" }]) : false,
  ),
  "Secret gone": gone("Secret"),
  "host of a server": server((own, random) =>
    set(own, "hosts", [random.pick(["bank.example.com", "*.example.com", "other.example.com"])]),
  ),
  "server gone": one("Gateway", ({ spec }) => spec.servers.splice(1, 1)),
  "port of a server": one("Gateway", ({ spec }) => set(spec.servers[0].port, "number", 81)),
  "redirect of a server": one("Gateway", ({ spec }) =>
    spec.servers[0].tls
      ? delete spec.servers[0].tls
      : set(spec.servers[0], "tls", { httpsRedirect: true }),
  ),
  "certificate of a server": one("Gateway", ({ spec }) =>
    set(spec.servers[1].tls, "credentialName", "none-tls"),
  ),
  "TLS of a server": one("Gateway", ({ spec }) =>
    set(spec.servers[1], "tls", { mode: "PASSTHROUGH" }),
  ),
  "selector of a Service": service(({ metadata, spec }, random) =>
    metadata.namespace === "edge"
      ? false
      : set(spec, "selector", {
          app: metadata.name,
          version: random.pick(["v1", "v2", "v9"]),
        }),
  ),
  "target port": service(({ metadata, spec }) =>
    metadata.namespace === "edge" ? false : set(spec.ports[0], "targetPort", 8123),
  ),
  "port of a Service": service(({ metadata, spec }) =>
    metadata.namespace === "edge" ? false : set(spec.ports[0], "port", 8124),
  ),
  "protocol of a Service": service(({ metadata, spec }, random) =>
    metadata.namespace === "edge"
      ? false
      : set(spec.ports[0], "name", random.pick(["tcp-x", "http-x"])),
  ),
  "labels of a Pod": one("Pod", ({ metadata }) =>
    metadata.labels.version ? set(metadata.labels, "version", "v9") : false,
  ),
  "Pod gone": (objects, random) => {
    const all = objects.filter(
      ({ kind, metadata }) => kind === "Pod" && metadata.namespace === "plain",
    );
    return all.length > 0 && objects.splice(objects.indexOf(random.pick(all)), 1).length > 0;
  },
};
