import { type Asked, says } from "../../support/asked";
import { routeOfFile } from "../../support/asked-objects";

export default {
  noRequest:
    "there is no istiod; test/cluster/standalone-envoy.test.ts asks the Envoy itself, here its file is read",
  asks: [
    says(
      "Envoy sends everything to httpbin, with three retries within a second",
      (world) => routeOfFile(world),
      {
        cluster: "upstream",
        auto_host_rewrite: true,
        timeout: "1s",
        retry_policy: { retry_on: "5xx", num_retries: 3 },
      },
    ),
  ],
} satisfies Asked;
