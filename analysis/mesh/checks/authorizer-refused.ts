import { dnsLabelProblem } from "../../../values/dns";
import { check } from "../check";
import { type Fields, fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { isMeshConfig, readFields } from "../model/mesh-config";
import { quoted } from "../words";

const path = "data.mesh";

/** Lists of headers of an authorizer, in which a star alone is refused. */
const headerLists = [
  "includeRequestHeadersInCheck",
  "includeHeadersInCheck",
  "headersToUpstreamOnAllow",
  "headersToDownstreamOnAllow",
  "headersToDownstreamOnDeny",
];

/** What keeps istiod from asking an authorizer. */
function* problemsOf(name: string, http: Fields, isHttp: boolean): Iterable<string> {
  const nameProblem = dnsLabelProblem(name);
  if (nameProblem !== undefined) {
    yield `${quoted(name)} is no name of an authorizer: a-z, 0-9 and "-", at most 63`;
  }
  for (const field of isHttp ? headerLists : []) {
    const headers = http[field];
    if (Array.isArray(headers) && headers.includes("*")) {
      yield `${field}: "*" alone is refused; write names, or a part of them before or after the star`;
    }
  }
  const prefix = text(http.pathPrefix) ?? "";
  if (isHttp && prefix !== "" && !prefix.startsWith("/")) {
    yield `pathPrefix: ${quoted(prefix)} does not begin with "/"`;
  }
}

const config = (provider: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [${provider}]}"`;

/** An authorizer that istiod does not take. */
export const authorizerRefused = check({
  id: "authorizer-refused",
  code: "MESH0383",
  aliases: [],
  level: "error",
  kinds: [Kind.ConfigMap],
  summary:
    "An authorizer of the mesh config has settings with which istiod does not ask it, or its name is taken.",
  why: "What policies ask a refused authorizer about is denied, with 403; of two with one name the last alone is there.",
  fix: "Write what the message says.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyExternalAuthorizationHttpProvider",
  fires: `${config("{name: oauth2_proxy, envoyExtAuthzHttp: {service: o.auth.svc.cluster.local, port: 4180}}")} # found
`,
  silent: `${config("{name: oauth2-proxy, envoyExtAuthzHttp: {service: o.auth.svc.cluster.local, port: 4180, includeRequestHeadersInCheck: [cookie, x-*]}}")}
`,
  *run({ id, object }) {
    const read = isMeshConfig(id) ? readFields(text(fields(object.data).mesh) ?? "") : undefined;
    const providers = read && "fields" in read ? list(read.fields.extensionProviders) : [];
    const seen = new Set<string>();
    for (const provider of providers) {
      const name = text(provider.name) ?? "";
      const http = provider.envoyExtAuthzHttp;
      if (http !== undefined || provider.envoyExtAuthzGrpc !== undefined) {
        for (const problem of problemsOf(name, fields(http), http !== undefined)) {
          yield { path, message: `provider ${name}: ${problem}` };
        }
      }
      if (seen.has(name)) {
        yield {
          path,
          message: `provider ${name} is declared twice, and the last one takes the place of the other`,
          level: "warning",
        };
      }
      seen.add(name);
    }
  },
});
