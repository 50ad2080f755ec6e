import { type Asked, judges, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("orders", "shop", { app: "orders", version: "v1" })],
  asks: [
    judges(
      "orders",
      { method: "GET", path: "/orders", port: 8080 },
      false,
      "a request without a token",
    ),
    judges(
      "orders",
      {
        method: "GET",
        path: "/orders",
        port: 8080,
        token: { iss: "https://id.example.com", sub: "jane" },
      },
      true,
      "a request with a token",
    ),
    judges("orders", { method: "GET", path: "/healthz", port: 8080 }, true, "a health check"),
  ],
} satisfies Asked;
