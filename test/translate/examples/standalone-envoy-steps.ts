import { type Ask, type Asked, says } from "../../support/asked";
import { routeOfFile } from "../../support/asked-objects";

const step = (name: string, what: string, expected: object): Ask =>
  says(`${name} ${what}`, (world) => routeOfFile(world, name), {
    cluster: "upstream",
    auto_host_rewrite: true,
    ...expected,
  });

export default {
  noRequest:
    "there is no istiod; test/cluster/standalone-envoy.test.ts asks the Envoy itself, here its file is read",
  asks: [
    step("simple", "passes requests on to httpbin", {}),
    step("simple-change-timeout", "waits a second", { timeout: "1s" }),
    step("simple-retry", "tries three times more", {
      retry_policy: { retry_on: "5xx", num_retries: 3 },
    }),
  ],
} satisfies Asked;
