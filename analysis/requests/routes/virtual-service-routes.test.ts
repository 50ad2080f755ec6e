import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import type { MeshOptions } from "../../mesh/mesh-options";
import type { Route } from "../route";
import { type RoutePlace, virtualServiceRoutes } from "./virtual-service-routes";

const place: RoutePlace = {
  namespace: "shop",
  labels: { app: "client", version: "v1" },
  gateways: ["mesh"],
  port: 8080,
};

function meshOf(yaml: string, options?: MeshOptions): Mesh {
  const objects = parseAllDocuments(yaml).map((one) => one.toJS() as KubernetesObject);
  return new Mesh(objects, options);
}

/** Routes of the first VirtualService, whose `http` this is. */
function routesOf(http: string, own: Partial<RoutePlace> = {}, more = "", options?: MeshOptions) {
  const mesh = meshOf(
    `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web], http: ${http}}
${more}`,
    options,
  );
  const [first] = mesh.routes;
  assert.ok(first);
  return virtualServiceRoutes(mesh, first, { ...place, ...own });
}

const web = "web.shop.svc.cluster.local";
const to = (subset: string) => `route: [{destination: {host: web, subset: ${subset}}}]`;
const forwards = (routes: readonly Route[]) =>
  routes.map(({ action }) =>
    action.kind === "forward"
      ? action.destinations.map(({ subset }) => subset).join()
      : action.kind,
  );
const action = (http: string, own?: Partial<RoutePlace>) => routesOf(http, own)[0]?.action;

describe("routes of a VirtualService", () => {
  it("has those for the proxy, its port and its gateway", () => {
    const routes = `[
      {match: [{port: 9090}], ${to("port")}},
      {match: [{sourceLabels: {version: v2}}, {sourceLabels: {app: client}, uri: {exact: /a}}], ${to("labels")}},
      {match: [{sourceNamespace: other}], ${to("other")}},
      {match: [{gateways: [edge], uri: {prefix: /g}}], ${to("gateway")}},
      {match: [{gateways: [mesh], sourceLabels: {app: nobody}, uri: {prefix: /m}}], ${to("mesh")}},
      {${to("rest")}},
      {match: [{uri: {prefix: /late}}], ${to("late")}}
    ]`;
    assert.deepEqual(forwards(routesOf(routes)), ["labels", "mesh", "rest"]);
    assert.deepEqual(forwards(routesOf(routes, { port: 9090, gateways: ["shop/edge"] })), ["port"]);
    assert.deepEqual(forwards(routesOf(routes, { gateways: ["shop/edge"], labels: {} })), [
      "gateway",
      "rest",
    ]);
  });

  it("ends at a match that takes everything, and not at one with a condition", () => {
    const routes = (uri: string) =>
      `[{match: [{uri: ${uri}}, {uri: {exact: /b}}], ${to("v1")}}, {${to("v2")}}]`;
    assert.deepEqual(forwards(routesOf(routes("{prefix: /}"))), ["v1"]);
    assert.deepEqual(forwards(routesOf(routes('{regex: ".*"}'))), ["v1"]);
    assert.deepEqual(forwards(routesOf(routes("{exact: /}"))), ["v1", "v1", "v2"]);
  });

  it("has conditions with the fields they stand in", () => {
    const [route] = routesOf(`[{match: [{
      uri: {prefix: /a}, ignoreUriCase: true, method: {exact: GET}, authority: {regex: "web.*"},
      headers: {X-A: {exact: "1"}, x-b: {}, x-c: {regex: "*"}, "@request.auth.claims[a][b]": {exact: c}},
      withoutHeaders: {x-d: {prefix: d}, x-e: {}}, queryParams: {q: {regex: a+}}
    }], ${to("v1")}}]`);
    const step = (path: string) => ({
      kind: "VirtualService",
      namespace: "shop",
      name: "web",
      path: `spec.http[0].match[0].${path}`,
    });
    const present = { kind: "present" };
    assert.deepEqual(route?.conditions, {
      path: { kind: "prefix", value: "/a", ignoreCase: true },
      headers: [
        { name: "x-a", match: { kind: "exact", value: "1" }, step: step("headers.X-A") },
        { name: "x-b", match: present, step: step("headers.x-b") },
        { name: "x-c", match: present, step: step("headers.x-c") },
        {
          name: "x-d",
          match: { kind: "prefix", value: "d" },
          not: true,
          missingIsEmpty: true,
          step: step("withoutHeaders.x-d"),
        },
        { name: "x-e", match: present, not: true, step: step("withoutHeaders.x-e") },
        { name: ":method", match: { kind: "exact", value: "GET" }, step: step("method") },
        { name: ":authority", match: { kind: "regex", value: "web.*" }, step: step("authority") },
      ],
      query: [{ name: "q", match: { kind: "regex", value: "a+" }, step: step("queryParams.q") }],
      claims: [
        {
          claim: ["a", "b"],
          match: { kind: "exact", value: "c" },
          step: step('headers["@request.auth.claims[a][b]"]'),
        },
      ],
    });
  });

  it("has shares of weights, and all for one alone", () => {
    const shares = (http: string) => {
      const found = action(http);
      return found?.kind === "forward" && found.destinations.map(({ share }) => share);
    };
    const one = (weight: string) => `{destination: {host: web}${weight}}`;
    assert.deepEqual(
      shares(`[{route: [${one(", weight: 30")}, ${one(", weight: 10")}]}]`),
      [75, 25],
    );
    assert.deepEqual(shares(`[{route: [${one(", weight: 0")}]}]`), [100]);
    assert.deepEqual(shares(`[{route: [${one("")}, ${one(", weight: 7")}]}]`), [100]);
  });

  it("tries again twice by default, as the mesh says, or as the route does", () => {
    const retries = (http: string, meshConfig = {}) => {
      const [route] = routesOf(http, {}, "", { meshConfig });
      return route?.action.kind === "forward" ? route.action.retries : undefined;
    };
    const usual = [
      "cancelled",
      "connect-failure",
      "refused-stream",
      "retriable-status-codes",
      "unavailable",
    ];
    assert.deepEqual(retries(`[{${to("v1")}}]`), { attempts: 2, retryOn: usual });
    assert.equal(retries(`[{${to("v1")}, retries: {attempts: 0}}]`), undefined);
    const own = `[{${to("v1")}, retries: {attempts: 3, perTryTimeout: 500ms, retryOn: "5xx, 404"}}]`;
    assert.deepEqual(retries(own), {
      attempts: 3,
      perTryTimeout: "0.5s",
      retryOn: ["404", "5xx", "retriable-status-codes"],
    });
    const meshConfig = { defaultHttpRetryPolicy: { attempts: 5 } };
    assert.deepEqual(retries(`[{${to("v1")}}]`, meshConfig), { attempts: 5, retryOn: usual });
  });

  it("has timeouts in seconds, and none for nothing", () => {
    const timeout = (text: string) => {
      const found = action(`[{${to("v1")}, timeout: ${text}}]`);
      return found?.kind === "forward" ? found.timeout : found;
    };
    assert.deepEqual(["1m30s", "250ms", "0s"].map(timeout), ["90s", "0.25s", undefined]);
  });

  it("redirects, with the port that it derives", () => {
    const redirect = (text: string, own?: Partial<RoutePlace>) =>
      action(`[{match: [{uri: {prefix: /a}}], redirect: ${text}}]`, own);
    assert.deepEqual(redirect("{uri: /b, authority: x.org, redirectCode: 308}"), {
      kind: "redirect",
      status: 308,
      authority: "x.org",
      path: { kind: "full", value: "/b" },
    });
    assert.deepEqual(redirect("{prefixRewrite: /b, derivePort: FROM_REQUEST_PORT}"), {
      kind: "redirect",
      status: 301,
      port: 8080,
      path: { kind: "prefix", matched: "/a", value: "/b" },
    });
    assert.deepEqual(redirect("{scheme: https, port: 443}"), {
      kind: "redirect",
      status: 301,
      scheme: "https",
    });
    assert.deepEqual(redirect("{derivePort: FROM_REQUEST_PORT}", { port: 443, tls: true }), {
      kind: "redirect",
      status: 301,
    });
  });

  it("rewrites prefixes, whole paths and hosts", () => {
    const rewrite = (match: string, rest: string) => {
      const found = action(`[{match: [{uri: ${match}}], ${rest}}]`);
      return found?.kind === "forward" ? found.rewrite : found;
    };
    const own = `${to("v1")}, rewrite: {uri: /b, authority: x.org}`;
    assert.deepEqual(rewrite("{prefix: /a}", own), {
      authority: "x.org",
      path: { kind: "prefix", matched: "/a", value: "/b" },
    });
    assert.deepEqual(rewrite("{regex: /a+}", own)?.valueOf(), {
      authority: "x.org",
      path: { kind: "full", value: "/b" },
    });
    const regex = `${to("v1")}, rewrite: {uriRegexRewrite: {match: "/a(.*)", rewrite: '/b\\1'}}`;
    assert.deepEqual(rewrite("{prefix: /a}", regex), {
      path: { kind: "regex", match: "/a(.*)", value: "/b\\1" },
    });
    const headers = `${to("v1")}, headers: {request: {set: {Host: y.org, X-A: "1"}}}`;
    assert.deepEqual(rewrite("{prefix: /a}", headers), { authority: "y.org" });
  });

  it("has changes of headers with the one destination's, and of several with each", () => {
    const one = (more = "") =>
      `{destination: {host: web}${more}, headers: {request: {set: {x-a: d}, remove: [X-B, ":path"]}}}`;
    const own =
      'headers: {request: {set: {x-a: r}, add: {x-c: "1"}}, response: {remove: [server]}}';
    const single = action(`[{route: [${one()}], ${own}}]`);
    assert.ok(single?.kind === "forward");
    assert.deepEqual(single.requestHeaders, {
      set: { "x-a": "d" },
      add: { "x-c": "1" },
      remove: ["x-b"],
    });
    assert.deepEqual(single.responseHeaders, { remove: ["server"] });
    assert.equal(single.destinations[0]?.requestHeaders, undefined);
    const many = action(`[{route: [${one(", weight: 1")}, ${one(", weight: 1")}], ${own}}]`);
    assert.ok(many?.kind === "forward");
    assert.deepEqual(many.requestHeaders, { set: { "x-a": "r" }, add: { "x-c": "1" } });
    assert.deepEqual(many.destinations[1]?.requestHeaders, {
      set: { "x-a": "d" },
      remove: ["x-b"],
    });
  });

  it("has mirrors with their shares, and none of nothing", () => {
    const mirrors = (text: string) => {
      const found = action(`[{${to("v1")}, ${text}}]`);
      return found?.kind === "forward" && found.mirrors.map(({ subset, share }) => [subset, share]);
    };
    const v2 = "{host: web, subset: v2}";
    assert.deepEqual(mirrors(`mirror: ${v2}`), [["v2", 100]]);
    assert.deepEqual(mirrors(`mirror: ${v2}, mirrorPercentage: {value: 12.5}`), [["v2", 12.5]]);
    assert.deepEqual(mirrors(`mirror: ${v2}, mirrorPercentage: {}`), []);
    assert.deepEqual(
      mirrors(`mirrors: [{destination: ${v2}, percentage: {value: 5}}, {destination: ${v2}}]`),
      [
        ["v2", 5],
        ["v2", 100],
      ],
    );
  });

  it("injects faults, and nothing without a percentage", () => {
    const fault = (text: string) => action(`[{${to("v1")}, fault: ${text}}]`)?.fault;
    assert.deepEqual(
      fault(
        "{delay: {fixedDelay: 5s, percentage: {value: 0.12345}}, abort: {httpStatus: 503, percentage: {value: 100}}}",
      ),
      {
        delay: { fixedDelay: "5s", percentage: 0.1234 },
        abort: { status: 503, percentage: 100 },
      },
    );
    assert.deepEqual(fault("{abort: {grpcStatus: UNAVAILABLE, percentage: {value: 1}}}"), {
      abort: { status: 503, percentage: 1 },
    });
    assert.equal(fault("{abort: {httpStatus: 500}}"), undefined);
    assert.deepEqual(fault("{delay: {fixedDelay: 1s, percent: 10}}"), {
      delay: { fixedDelay: "1s", percentage: 10 },
    });
  });

  it("names other ports of destinations where it is told", () => {
    const routes = routesOf(`[{route: [{destination: {host: web}}]}]`, { portOf: () => 9080 });
    assert.deepEqual(routes[0]?.action.kind === "forward" && routes[0].action.destinations, [
      {
        host: web,
        port: 9080,
        share: 100,
        step: {
          kind: "VirtualService",
          namespace: "shop",
          name: "web",
          path: "spec.http[0].route[0]",
        },
      },
    ]);
  });
});

describe("delegates of a VirtualService", () => {
  const delegate = (http: string, more = "", namespace = "team") => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: part, namespace: ${namespace}}
spec: {${more}http: ${http}}`;
  const root =
    "{delegate: {name: part, namespace: team}, match: [{uri: {prefix: /a}, headers: {x: {exact: y}}}], timeout: 2s}";

  it("has their routes inside of the root's match, with names of their own namespace", () => {
    const [inner, plain, ...more] = routesOf(
      `[${root}, {${to("rest")}}]`,
      {},
      delegate(
        `[{match: [{uri: {prefix: /a/b}}], route: [{destination: {host: b}}]},
          {match: [{uri: {exact: /c}}], route: [{destination: {host: c}}]},
          {route: [{destination: {host: d}}], timeout: 1s}]`,
      ),
    );
    assert.deepEqual(inner?.conditions.path, { kind: "prefix", value: "/a/b" });
    assert.deepEqual(
      inner.conditions.headers.map(({ name, step }) => [name, step.name, step.path]),
      [["x", "web", "spec.http[0].match[0].headers.x"]],
    );
    assert.ok(inner.action.kind === "forward" && plain?.action.kind === "forward");
    assert.equal(inner.action.destinations[0]?.host, "b.team.svc.cluster.local");
    assert.equal(inner.action.timeout, "2s");
    assert.deepEqual(
      inner.steps.map(({ name, path }) => [name, path]),
      [
        ["web", "spec.http[0].match[0]"],
        ["part", "spec.http[0].match[0]"],
      ],
    );
    assert.deepEqual(plain.conditions.path, { kind: "prefix", value: "/a" });
    assert.equal(plain.action.timeout, "1s");
    assert.deepEqual(forwards(more), ["rest"]);
  });

  it("leaves out a delegate that is missing, not handed out, or has hosts", () => {
    const rest = (more: string) => forwards(routesOf(`[${root}, {${to("rest")}}]`, {}, more));
    const http = `[{route: [{destination: {host: b, subset: b}}]}]`;
    assert.deepEqual(rest(""), ["rest"]);
    assert.deepEqual(rest(delegate(http, "exportTo: [.], ")), ["rest"]);
    assert.deepEqual(rest(delegate(http, "hosts: [b.org], ")), ["rest"]);
    assert.deepEqual(rest(delegate(http, "exportTo: [shop], ")), ["b", "rest"]);
  });
});
