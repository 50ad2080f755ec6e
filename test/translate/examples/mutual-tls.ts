import { type Asked, says, sidecar } from "../../support/asked";
import { takesPlainText } from "../../support/asked-objects";
import type { ProxyConfig } from "../../support/translate";

export default {
  proxies: [sidecar("catalog", "shop", { app: "catalog", version: "v1" })],
  asks: [
    says(
      "plain text reaches port 9090 alone",
      ({ configs: { catalog } }) =>
        [8080, 9090].map((port) => takesPlainText(catalog as ProxyConfig, port)),
      [false, true],
    ),
  ],
} satisfies Asked;
