import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { GatewaySpec } from "../resources/networking/gateway";
import type {
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
  VirtualServiceSpec,
} from "../resources/networking/virtual-service";
import { serviceHost } from "../resources/service-host";
import { checkSplit } from "../traffic/split";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, dnsName, host, port, requestPath } from "../validation/tests";
import type { AppGatewayArgs, AppRoute } from "./app-gateway-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface AppGatewayPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: AppGatewayArgs;
  name: pulumi.Input<string>;
  hosts: pulumi.Input<string>[];
  gateway: NamedObject<GatewaySpec>;
  virtualService: NamedObject<VirtualServiceSpec>;
}

const matchesOf = ({ exact = [], prefix = [] }: AppRoute): VirtualServiceHttpMatch[] => [
  ...exact.map((path) => ({ uri: { exact: path } })),
  ...prefix.map((path) => ({ uri: { prefix: path } })),
];

function checkRoutes(check: ArgumentCheck, routes: AppRoute[]): void {
  if (routes.length === 0) {
    check.fail("routes", "is empty; name at least one service");
  }
  const seen = new Map<string, string>();
  routes.forEach((route, i) => {
    const at = `routes[${i}]`;
    check.input(`${at}.service`, route.service, dnsName);
    check.input(`${at}.port`, route.port, port);
    for (const kind of ["exact", "prefix"] as const) {
      route[kind]?.forEach((path, j) => {
        const pathAt = `${at}.${kind}[${j}]`;
        check.input(pathAt, path, requestPath);
        const earlier = seen.get(`${kind} ${path}`);
        if (typeof path === "string" && earlier) {
          check.fail(pathAt, `${JSON.stringify(path)} is never reached: ${earlier} has it already`);
        }
        seen.set(`${kind} ${path}`, pathAt);
      });
    }
    if (matchesOf(route).length === 0 && i < routes.length - 1) {
      check.fail(at, "takes every request, so the routes behind it are never reached; put it last");
    }
  });
}

function httpRoute(route: AppRoute, namespace: pulumi.Input<string>): VirtualServiceHttp {
  const matches = matchesOf(route);
  const destination = {
    host: serviceHost(route.service, namespace),
    port: { number: route.port },
  };
  return {
    ...(matches.length > 0 && { match: matches }),
    route: route.versions?.map(({ name, weight }) => ({
      destination: { ...destination, subset: name },
      weight,
    })) ?? [{ destination }],
  };
}

/** Throws one error with everything that is wrong. */
export function appGatewayPlan(component: string, args: AppGatewayArgs): AppGatewayPlan {
  const check = new ArgumentCheck("AppGateway", component);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsName);
  const number = check.input("port", args.port ?? 80, port);
  const hosts = (args.hosts ?? ["*"]).map((value, i) => check.input(`hosts[${i}]`, value, host));
  if (hosts.length === 0) {
    check.fail("hosts", 'is empty; leave it out to serve every host ("*")');
  }
  checkRoutes(check, args.routes);
  const routes = args.routes.map((route, i) => ({
    ...route,
    ...(route.versions && {
      versions: checkSplit(check, `routes[${i}].versions`, route.versions),
    }),
  }));
  check.labels(args.labels);
  check.annotations(args.annotations);
  check.done();

  const metadata = {
    name,
    namespace,
    labels: withMetadata(args.labels),
    annotations: withMetadata(args.annotations),
  };
  const selector = args.selector ?? { istio: "ingressgateway" };
  return {
    inputs: { ...args, name, hosts, port: number, selector },
    name,
    hosts,
    gateway: {
      ...metadata,
      spec: { selector, servers: [{ hosts, port: { number, name: "http", protocol: "HTTP" } }] },
    },
    virtualService: {
      ...metadata,
      spec: {
        hosts,
        gateways: [name],
        http: routes.map((route) => httpRoute(route, namespace)),
      },
    },
  };
}
