import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { readYaml } from "../../cli/read/yaml-objects";

/** The objects of a text of YAML. */
export const objectsIn = (text: string): KubernetesObject[] =>
  readYaml(text).objects.map(({ object }) => object);

const deployment = (name: string, namespace: string, labels: string, account: string) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {${labels}}}
  template:
    metadata: {labels: {${labels}}}
    spec:
      serviceAccountName: ${account}
      containers: [{name: app, image: app, ports: [{containerPort: 8080}]}]`;

const service = (name: string, namespace: string, port: number, name2 = "http") => `
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: ${name}}, ports: [{name: ${name2}, port: ${port}, targetPort: 8080}]}`;

/** Reviews in three versions behind a canary, ratings that not everybody may call, and who calls them. */
export const bookinfo = `
apiVersion: v1
kind: Namespace
metadata: {name: bookinfo, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
${service("reviews", "bookinfo", 9080)}
${["v1", "v2", "v3"].map((v) => deployment(`reviews-${v}`, "bookinfo", `app: reviews, version: ${v}`, "reviews")).join("")}
${service("ratings", "bookinfo", 9081)}
${deployment("ratings-v1", "bookinfo", "app: ratings, version: v1", "ratings")}
${service("redis", "bookinfo", 6379, "tcp-redis")}
${deployment("redis", "bookinfo", "app: redis", "redis")}
${deployment("sleep", "bookinfo", "app: sleep", "sleep")}
${deployment("cart", "shop", "app: cart", "cart")}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: bookinfo}
spec:
  host: reviews
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, labels: {version: v2}}
  - {name: v3, labels: {version: v3}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: bookinfo}
spec:
  hosts: [reviews]
  http:
  - match: [{headers: {end-user: {exact: jason}}}]
    route: [{destination: {host: reviews, subset: v2}}]
  - timeout: 2s
    route:
    - {destination: {host: reviews, subset: v1}, weight: 80}
    - {destination: {host: reviews, subset: v2}, weight: 20}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ratings, namespace: bookinfo}
spec:
  selector: {matchLabels: {app: ratings}}
  rules:
  - from: [{source: {principals: [cluster.local/ns/bookinfo/sa/reviews]}}]
    to: [{operation: {methods: [GET], paths: ["/ratings/*"]}}]
`;

/** A shop behind a gateway of each API. */
export const edge = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: istio-system}
${service("webapp", "shop", 80)}
${deployment("webapp", "shop", "app: webapp, version: v1", "webapp")}
${service("cart", "shop", 8000)}
${deployment("cart", "shop", "app: cart, version: v1", "cart")}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec:
  selector: {matchLabels: {istio: ingressgateway}}
  template:
    metadata: {labels: {istio: ingressgateway}}
    spec: {containers: [{name: istio-proxy, image: auto, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec: {selector: {istio: ingressgateway}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers:
  - {port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com, old.example.com]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/shop]
  http:
  - match: [{uri: {prefix: /cart}}]
    name: cart
    route: [{destination: {host: cart, port: {number: 8000}}}]
  - route: [{destination: {host: webapp}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: api, namespace: shop}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api, namespace: shop}
spec:
  parentRefs: [{name: api}]
  hostnames: [api.example.com]
  rules:
  - matches: [{path: {type: PathPrefix, value: /cart}}]
    backendRefs: [{name: cart, port: 8000}]
  - backendRefs: [{name: webapp, port: 80}]
`;
