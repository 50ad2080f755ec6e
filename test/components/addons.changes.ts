import { Addons } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(Addons, {
  bases: {
    "from manifests": { jaeger: false },
    "from charts": { source: "charts", loki: true },
  },
  values: {
    manifests: ["./addons"],
    charts: [{ kiali: { version: "2.1.0" } }],
    existing: [
      beside({ prometheus: false }, { prometheus: "http://prometheus.monitoring:9090" }),
      beside({ prometheus: false }, { prometheus: "http://metrics.monitoring:9090" }),
    ],
    istioNamespace: ["mesh"],
  },
});
