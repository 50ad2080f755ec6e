import { istio, meshCases } from "../../../test/support/mesh-cases";
import { rewriteOfRegex } from "./rewrite-of-regex";

const rule = (regex: string, rewrite = "uri: /users") =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [web], http: [{match: [{uri: {regex: "${regex}"}}], rewrite: {${rewrite}}, route: [{destination: {host: web}}]}]}`,
  );
const found = "warning VirtualService vs spec.http[0].rewrite.uri";

meshCases(rewriteOfRegex, {
  "finds an open end": {
    yaml: rule("/v[0-9]/users/.*"),
    says: [found],
    messages: ['whatever of "/v[0-9]/users/.*" is asked for becomes "/users"'],
  },
  "finds a group and an end": { yaml: rule("^/api(.+)$"), says: [found] },
  "takes a pattern of a few paths": { yaml: rule("/(status|health)") },
  "takes one page for all": { yaml: rule("/app/.*", "uri: /index.html") },
  "takes what all paths are led to": { yaml: rule(".*") },
  "takes a rewrite of a part, or of the host": {
    yaml:
      rule("/a/.*", "uriRegexRewrite: {match: a, rewrite: b}") +
      rule("/a/.*", "authority: a.b").replace("name: vs", "name: v"),
  },
  "takes a prefix": { yaml: rule("/a/.*").replace("regex", "prefix") },
});
