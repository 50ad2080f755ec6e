import type { Difference, Scenario } from "./scenario";

const served = "served by every version of the Gateway API that istiod reads";

/** TCPRoute has left the alpha versions. */
const currentTcpRoute: Difference = {
  object: "TCPRoute tcp-echo",
  path: "apiVersion",
  reason: `gateway.networking.k8s.io/v1, ${served} since 1.6`,
};

const tcpEcho = (file: string, namespace: string, rest: Partial<Scenario>): Scenario => ({
  source: `samples/tcp-echo/${file}.yaml`,
  example: "tcp-echo",
  namespace,
  look: "`echo world | nc tcp-echo 9000` from a Pod of the namespace is answered with `hello world`",
  ...rest,
});

const sameServer = "a client's proxy is told nothing else than in the namespace tcp-echo";

const helloworld = (file: string, namespace: string, rest: Partial<Scenario>): Scenario => ({
  source: `samples/helloworld/${file}.yaml`,
  example: "helloworld",
  namespace,
  look: "`curl http://<gateway>/hello` is answered with `Hello version: v1` or `v2`",
  ...rest,
});

/** Istio's samples for traffic, beside Bookinfo. */
export default [
  tcpEcho("tcp-echo", "tcp-echo", {
    asked: "a client of tcp-echo knows the Service at both its ports",
  }),
  tcpEcho("tcp-echo-ipv4", "tcp-echo-ipv4", { noRequest: sameServer }),
  tcpEcho("tcp-echo-ipv6", "tcp-echo-ipv6", { noRequest: sameServer }),
  tcpEcho("tcp-echo-dual-stack", "tcp-echo-dual-stack", { noRequest: sameServer }),
  tcpEcho("tcp-echo-services", "tcp-echo-20-v2", {
    look: "two Deployments behind one Service, which answer `one world` and `two world`",
    asked: "a connection to :31400, by tcp-echo-20-v2",
  }),
  tcpEcho("tcp-echo-all-v1", "tcp-echo-all-v1", {
    look: "every answer at port 31400 begins with `one`",
    asked: "a connection to :31400, by tcp-echo-all-v1",
  }),
  tcpEcho("tcp-echo-20-v2", "tcp-echo-20-v2", {
    look: "one of five answers at port 31400 begins with `two`",
    asked: "a connection to :31400, by tcp-echo-20-v2",
  }),
  tcpEcho("gateway-api/tcp-echo-all-v1", "tcp-echo-gateway-api-all-v1", {
    look: "the same by a TCPRoute, at a gateway of the namespace's own",
    asked: "a connection to :31400, by tcp-echo-gateway-api-all-v1",
    differences: [currentTcpRoute],
  }),
  tcpEcho("gateway-api/tcp-echo-20-v2", "tcp-echo-gateway-api-20-v2", {
    look: "80 to 20 by the weights of a TCPRoute",
    asked: "a connection to :31400, by tcp-echo-gateway-api-20-v2",
    differences: [currentTcpRoute],
  }),
  helloworld("helloworld", "helloworld", { asked: "/hello, by ingress" }),
  helloworld("helloworld-dual-stack", "helloworld-dual-stack", {
    look: "`kubectl get service helloworld` has an address of either family",
    noRequest: "the gateway is told nothing else than in the namespace helloworld",
  }),
  helloworld("helloworld-gateway", "helloworld", {
    look: "any path but /hello is answered with 404",
    asked: "/, by ingress",
  }),
  helloworld("gateway-api/helloworld-gateway", "helloworld-gateway-api", {
    asked: "/hello, by helloworld-gateway-api",
  }),
  helloworld("gateway-api/helloworld-versions", "helloworld-90-10", {
    look: "a Service for each version",
    asked: "/hello, by helloworld-90-10",
  }),
  helloworld("gateway-api/helloworld-route", "helloworld-90-10", {
    look: "one of ten answers is of v2",
    asked: "/hello, by helloworld-90-10",
  }),
  {
    source: "samples/custom-bootstrap/custom-bootstrap.yaml",
    example: "helloworld",
    namespace: "helloworld-bootstrap",
    look: "`istioctl proxy-config bootstrap` of the Pod has the other path for spans",
    asked: "the sidecar of helloworld-bootstrap starts with what the ConfigMap says",
    differences: [
      {
        object: "ConfigMap istio-custom-bootstrap-config",
        path: "data",
        reason:
          "the sample's text lacks the braces around it and is no JSON, so Envoy would not start",
        notCompared: true,
      },
    ],
  },
  {
    source: "samples/custom-bootstrap/example-app.yaml",
    example: "helloworld",
    namespace: "helloworld-bootstrap",
    look: "the annotation sidecar.istio.io/bootstrapOverride of the Pods",
    asked: "the sidecar of helloworld-bootstrap starts with what the ConfigMap says",
    differences: [
      {
        object: "Deployment helloworld-v1",
        path: "spec.template.spec.containers[0].image",
        reason: "with the tag that the other Deployments have; there is no `latest`",
      },
    ],
  },
  {
    source: "samples/httpbin/httpbin.yaml",
    example: "httpbin-entries",
    namespace: "httpbin",
    look: "`curl http://<gateway>/headers` says what arrived",
    asked: "GET any.example.com/headers, by ingress",
    differences: [
      {
        object: "Deployment httpbin",
        path: "spec.selector.matchLabels.version",
        reason:
          "the Pods are found by app alone, so that another version is an update of the Deployment",
      },
    ],
  },
  {
    source: "samples/httpbin/httpbin-gateway.yaml",
    example: "httpbin-entries",
    namespace: "httpbin",
    look: "any host is taken",
    asked: "GET any.example.com/headers, by ingress",
  },
  {
    source: "samples/httpbin/gateway-api/httpbin-gateway.yaml",
    example: "httpbin-entries",
    namespace: "httpbin-gateway-api",
    look: "a listener for routes of all namespaces",
    asked: "GET any.example.com/headers, by httpbin-gateway-api",
  },
  {
    source: "samples/httpbin/httpbin-nodeport.yaml",
    example: "httpbin-entries",
    namespace: "httpbin-nodeport",
    look: "`curl http://<node>:<port>/headers`, with the port that `kubectl get service httpbin` names",
    asked: "GET httpbin.httpbin-nodeport.svc.cluster.local/, by fortio",
  },
  {
    source: "samples/httpbin/sample-client/fortio-deploy.yaml",
    example: "httpbin-entries",
    namespace: "httpbin-limits",
    look: "fortio's summary of codes: some of 30 requests on three connections get 503",
    asked:
      "the load generator's proxy may have one connection to httpbin, and one request that waits",
  },
  {
    source: "docs, circuit breaking",
    example: "httpbin-entries",
    namespace: "httpbin-limits",
    look: "maxConnections 1, http1MaxPendingRequests 1, and three minutes away after one error",
    asked:
      "the load generator's proxy may have one connection to httpbin, and one request that waits",
  },
  {
    source: "samples/curl/curl.yaml",
    example: "sample-clients",
    namespace: "clients",
    look: "`kubectl exec deploy/curl -- curl http://httpbin:8000/headers`",
    asked: "curl, by curl",
  },
  {
    source: "samples/sleep/sleep.yaml",
    example: "sample-clients",
    namespace: "clients",
    look: "the same from sleep, which older walk-throughs use",
    asked: "sleep, by sleep",
  },
  {
    source: "notes 2.10, notsleep",
    example: "sample-clients",
    namespace: "outside",
    look: "the answer to notsleep has no X-Forwarded-Client-Cert",
    asked: "httpbin takes plain text, as notsleep speaks it",
  },
  {
    source: "notes 0.9, a plain nginx Pod",
    example: "sample-clients",
    namespace: "outside",
    look: "the Pod test has one container",
    noRequest: "nobody calls it; its proxy would be what is looked for",
  },
  {
    source: "samples/websockets/app.yaml",
    example: "websockets",
    look: "a page whose numbers change",
    asked: "GET any.example.com/ws, by ingress",
  },
  {
    source: "samples/websockets/route.yaml",
    example: "websockets",
    look: "the status 101 of the request for /ws",
    asked: "the gateway lets a connection become a WebSocket",
  },
] satisfies readonly Scenario[];
