import { type Asked, gets, says, sidecar } from "../../support/asked";
import { takesPlainText } from "../../support/asked-objects";
import type { ProxyConfig } from "../../support/translate";

const headers = { host: "httpbin.clients.svc.cluster.local", port: 8000, path: "/headers" };
const answer = "100 httpbin.clients:8000; 2 retries";

export default {
  proxies: [
    sidecar("curl", "clients", { app: "curl" }),
    sidecar("sleep", "clients", { app: "sleep" }),
    sidecar("httpbin", "clients", { app: "httpbin", version: "v1" }),
  ],
  asks: [
    gets("curl", headers, answer, "curl"),
    gets("sleep", headers, answer, "sleep"),
    says(
      "httpbin takes plain text, as notsleep speaks it",
      ({ configs: { httpbin } }) => takesPlainText(httpbin as ProxyConfig, 8080),
      true,
    ),
  ],
} satisfies Asked;
