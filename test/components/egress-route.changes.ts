import { EgressRoute } from "../../components";
import { changesOf } from "../support/transitions/changes";

const api = {
  namespace: "istio-egress",
  gatewayService: "istio-egressgateway",
  selector: { istio: "egressgateway" },
  host: "api.example.com",
};

export default changesOf(EgressRoute, {
  bases: {
    HTTP: { ...api, tls: { mode: "SIMPLE" } },
    TLS: { ...api, protocol: "TLS" },
  },
  values: {
    gatewayService: ["other"],
    host: ["other.example.com"],
    targetPort: [8443],
    tls: [{ mode: "MUTUAL", credentialName: "client" }],
    gatewayPort: [8080],
  },
});
