import { type Asked, gateway, gets, sidecar } from "../../support/asked";

export default {
  proxies: [
    gateway("ingress", "istio-system", { istio: "ingressgateway", app: "istio-ingressgateway" }),
    sidecar("nginx", "ucontas-app", { app: "nginx", version: "v1" }),
    sidecar("test", "default", { run: "test" }),
  ],
  asks: [
    gets("ingress", { host: "any.example.com" }, "100 nginx.ucontas-app:80; 2 retries", "nginx"),
    gets(
      "nginx",
      { host: "nginx.ucontas-app.svc.cluster.local" },
      "100 nginx.ucontas-app:80; 2 retries",
      "nginx itself",
    ),
    gets(
      "test",
      { host: "nginx.ucontas-app.svc.cluster.local" },
      "100 nginx.ucontas-app:80; 2 retries",
      "one Pod of another namespace",
    ),
  ],
} satisfies Asked;
