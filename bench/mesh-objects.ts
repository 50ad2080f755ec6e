import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";

const versions = ["v1", "v2", "v3"];
/** How many services share a namespace, a gateway and its policies. */
const perNamespace = 10;

const object = (
  apiVersion: string,
  kind: string,
  namespace: string,
  name: string,
  rest: object,
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: namespace === "" ? { name } : { name, namespace },
  ...rest,
});

const pods = (labels: Record<string, string>, serviceAccountName: string, port: number) => ({
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName,
        containers: [
          {
            name: "main",
            image: `registry.example.com/${serviceAccountName}:1.0`,
            ports: [{ name: "http", containerPort: port }],
          },
        ],
      },
    },
  },
});

/** A service with its versions, how it is split, and who may call it. */
function ofService(i: number): KubernetesObject[] {
  const namespace = `shop-${Math.floor(i / perNamespace)}`;
  const name = `service-${i}`;
  const host = `${name}.${namespace}.svc.cluster.local`;
  const port = 8000 + (i % 500);
  const labels = { app: name };
  return [
    object("v1", "Service", namespace, name, {
      spec: {
        selector: labels,
        ports: [{ name: "http", port: 80, targetPort: port }],
      },
    }),
    object("v1", "ServiceAccount", namespace, name, {}),
    ...versions.map((version) =>
      object("apps/v1", "Deployment", namespace, `${name}-${version}`, {
        ...pods({ ...labels, version }, name, port),
      }),
    ),
    object("networking.istio.io/v1", "DestinationRule", namespace, name, {
      spec: {
        host,
        trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 50 } },
        subsets: versions.map((version) => ({ name: version, labels: { version } })),
      },
    }),
    object("networking.istio.io/v1", "VirtualService", namespace, name, {
      spec: {
        hosts: [host, `${name}.example.com`],
        gateways: ["mesh", `${namespace}/edge`],
        http: [
          {
            match: [{ headers: { "end-user": { exact: "jason" } } }],
            route: [{ destination: { host, subset: "v3", port: { number: 80 } } }],
          },
          {
            route: [
              { destination: { host, subset: "v1", port: { number: 80 } }, weight: 90 },
              { destination: { host, subset: "v2", port: { number: 80 } }, weight: 10 },
            ],
            timeout: "2s",
          },
        ],
      },
    }),
    object("security.istio.io/v1", "AuthorizationPolicy", namespace, name, {
      spec: {
        selector: { matchLabels: labels },
        rules: [
          { from: [{ source: { namespaces: [namespace, "istio-system"] } }] },
          { to: [{ operation: { methods: ["GET"], paths: [`/${name}/*`] } }] },
        ],
      },
    }),
  ];
}

/** What the services of a namespace share. */
function ofNamespace(i: number, hosts: readonly string[]): KubernetesObject[] {
  const namespace = `shop-${i}`;
  return [
    object("v1", "Namespace", "", namespace, {
      metadata: { name: namespace, labels: { "istio-injection": "enabled" } },
    }),
    object("networking.istio.io/v1", "Gateway", namespace, "edge", {
      spec: {
        selector: { istio: "ingressgateway" },
        servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts }],
      },
    }),
    object("security.istio.io/v1", "PeerAuthentication", namespace, "default", {
      spec: { mtls: { mode: "STRICT" } },
    }),
  ];
}

/** The gateway that all namespaces share. */
const ingress: readonly KubernetesObject[] = [
  object("v1", "Namespace", "", "istio-system", {}),
  object("v1", "ServiceAccount", "istio-system", "ingressgateway", {}),
  object("v1", "Service", "istio-system", "istio-ingressgateway", {
    spec: {
      type: "LoadBalancer",
      selector: { istio: "ingressgateway" },
      ports: [{ name: "http2", port: 80, targetPort: 8080 }],
    },
  }),
  object("apps/v1", "Deployment", "istio-system", "istio-ingressgateway", {
    ...pods({ app: "ingress", istio: "ingressgateway" }, "ingressgateway", 8080),
  }),
];

/**
 * A mesh without a mistake: services in namespaces of ten, each with three versions, its route, its
 * rule and its policy, and a gateway with its policies for each namespace.
 */
export function meshObjects(services: number): KubernetesObject[] {
  const namespaces = Array.from({ length: Math.ceil(services / perNamespace) }, (_, i) => i);
  return [
    ...ingress,
    ...namespaces.flatMap((i) => {
      const own = Array.from({ length: perNamespace }, (_, j) => i * perNamespace + j).filter(
        (j) => j < services,
      );
      const hosts = own.map((j) => `service-${j}.example.com`);
      return [...ofNamespace(i, hosts), ...own.flatMap(ofService)];
    }),
  ];
}
