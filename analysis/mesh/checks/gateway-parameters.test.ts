import { edgeGateway, httpListener, meshCases } from "../../../test/support/mesh-cases";
import { gatewayParameters } from "./gateway-parameters";

const gateway = (ref: string, cls = "istio") =>
  edgeGateway(httpListener(), `, infrastructure: {parametersRef: {${ref}}}`).replace(
    "gatewayClassName: istio",
    `gatewayClassName: ${cls}`,
  );
const options = (name: string, namespace = "edge") =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: ${namespace}}\ndata: {}\n`;
const ref = 'group: "", kind: ConfigMap, name: options';
const at = "error Gateway edge spec.infrastructure.parametersRef";

meshCases(gatewayParameters, {
  "takes a ConfigMap": { yaml: options("options") + gateway(ref) },
  "finds another name": {
    yaml: options("option") + gateway(ref),
    says: [`${at}.name = "option"`],
    messages: ['there is no ConfigMap options in namespace edge; did you mean "option"?'],
  },
  "does not know a namespace without ConfigMaps": {
    yaml: options("options", "shop") + gateway(ref),
    says: ["not declared: ConfigMap options.edge"],
  },
  "finds another kind": {
    yaml: options("options") + gateway("group: example.com, kind: Proxy, name: options"),
    says: [`${at}.kind`],
    messages: ["Proxy.example.com is not read; a ConfigMap is"],
  },
  "leaves classes of others alone": { yaml: options("option") + gateway(ref, "nginx") },
});
