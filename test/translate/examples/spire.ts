import { type Asked, gets, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("curl", "spire-clients", { app: "curl" })],
  asks: [
    gets(
      "curl",
      { host: "sleep.spire-clients.svc.cluster.local" },
      "100 sleep.spire-clients:80; 2 retries",
      "sleep",
    ),
  ],
} satisfies Asked;
