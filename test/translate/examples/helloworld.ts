import { type Asked, gateway, gets, ingress, says } from "../../support/asked";

const own = (namespace: string) =>
  gateway(namespace, namespace, {
    "gateway.networking.k8s.io/gateway-name": "helloworld-gateway",
  });

const hello = (proxy: string, path: string, expected: string) =>
  gets(proxy, { host: "hello.example.com", path }, expected, path);

export default {
  proxies: [ingress, own("helloworld-gateway-api"), own("helloworld-90-10")],
  asks: [
    hello("ingress", "/hello", "100 helloworld.helloworld:5000; 2 retries"),
    hello("ingress", "/", "404"),
    hello(
      "helloworld-gateway-api",
      "/hello",
      "100 helloworld.helloworld-gateway-api:5000; 2 retries",
    ),
    hello("helloworld-gateway-api", "/hello/", "404"),
    hello(
      "helloworld-90-10",
      "/hello",
      "90 helloworld-v1.helloworld-90-10:5000, 10 helloworld-v2.helloworld-90-10:5000; 2 retries",
    ),
    says(
      "the sidecar of helloworld-bootstrap starts with what the ConfigMap says",
      ({ objects }) =>
        objects
          .filter(({ metadata }) => metadata?.namespace === "helloworld-bootstrap")
          .map(({ kind }) => kind)
          .sort(),
      ["ConfigMap", "Deployment"],
    ),
  ],
} satisfies Asked;
