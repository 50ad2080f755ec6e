import { StandaloneEnvoy } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(StandaloneEnvoy, {
  bases: {
    "in front of httpbin": {
      upstream: "httpbin",
      upstreamPort: 8000,
      name: "proxy",
      namespace: "edge",
    },
  },
  readAtStart: ["upstream", "upstreamPort", "timeout", "retries", "retryOn"],
  values: {
    upstream: ["other"],
    upstreamPort: [8080],
    retries: [1, 2],
    retryOn: [beside({ retries: 1 }, "5xx"), beside({ retries: 1 }, "reset")],
    port: [15002],
  },
});
