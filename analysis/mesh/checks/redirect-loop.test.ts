import { istio, meshCases } from "../../../test/support/mesh-cases";
import { redirectLoop } from "./redirect-loop";

const gateway = (protocol: string) =>
  istio(
    "Gateway",
    "shop",
    "door",
    `{selector: {istio: door}, servers: [{hosts: ["*/a.b"], port: {number: 443, name: p, protocol: ${protocol}}, tls: {mode: SIMPLE, credentialName: c}}]}`,
  );
const rules = (...http: string[]) =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [a.b], gateways: [door], http: [${http.join(", ")}]}`,
  );
const to = (redirect: string, uri?: string) =>
  `{${uri === undefined ? "" : `match: [{uri: {${uri}}}], `}redirect: {${redirect}}}`;
const at = (i: number) => `error VirtualService vs spec.http[${i}].redirect`;

meshCases(redirectLoop, {
  "finds a path below the prefix": { yaml: rules(to("uri: /a/b", "prefix: /a")), says: [at(0)] },
  "takes a path beside it": { yaml: rules(to("uri: /b", "prefix: /a")) },
  "takes a path from an exact one": { yaml: rules(to("uri: /a/", "exact: /a")) },
  "finds the same exact path": { yaml: rules(to("uri: /a", "exact: /a")), says: [at(0)] },
  "does not judge a regex": { yaml: rules(to("uri: /a", "regex: /a.*")) },
  "finds a path of its own for all": { yaml: rules(to("uri: /new")), says: [at(0)] },
  "finds a prefix that grows": {
    yaml: rules(to("prefixRewrite: /a/b", "prefix: /a")),
    says: [at(0)],
  },
  "takes a rewritten prefix": { yaml: rules(to("prefixRewrite: /b", "prefix: /a")) },
  "sees a rule before it that takes the new path": {
    yaml: rules(
      "{match: [{uri: {exact: /a/b}}], route: [{destination: {host: x}}]}",
      to("uri: /a/b", "prefix: /a"),
    ),
  },
  "sees one that takes all below": {
    yaml: rules(
      "{match: [{uri: {prefix: /a/}}], route: [{destination: {host: x}}]}",
      to("uri: /a/b", "prefix: /a"),
    ),
  },
  "sees one that takes everything": {
    yaml: rules("{route: [{destination: {host: x}}]}", to("uri: /a/b", "prefix: /a")),
  },
  "sees one that may take the new path by a regex or by headers": {
    yaml: [`{uri: {regex: "/a/."}}`, "{headers: {x: {exact: y}}}"]
      .map((match) =>
        rules(
          `{match: [${match}], route: [{destination: {host: x}}]}`,
          to("uri: /a/b", "prefix: /a"),
        ).replace("name: vs", `name: vs-${match.length}`),
      )
      .join(""),
  },
  "sees one that takes the new path by the second of its matches": {
    yaml: rules(
      "{match: [{uri: {exact: /c}}, {uri: {exact: /a/b}}], route: [{destination: {host: x}}]}",
      to("uri: /a/b", "prefix: /a"),
    ),
  },
  "sees through one that takes another path": {
    yaml: rules(
      "{match: [{uri: {exact: /c}}], route: [{destination: {host: x}}]}",
      to("uri: /a/b", "prefix: /a"),
    ),
    says: [at(1)],
  },
  "takes another host": { yaml: rules(to("authority: c.d")) },
  "finds the own host": { yaml: rules(to("authority: a.b")), says: [at(0)] },
  "finds the own host below a prefix, and as one of two": {
    yaml: rules(to("authority: a.b", "prefix: /a")).replace("[a.b]", "[c.d, a.b]"),
    says: [at(0)],
    messages: [
      'what it leads to (a.b) is taken by the same rule, whose match is the prefix "/a", and led there again',
    ],
  },
  "takes another port": { yaml: rules(to("authority: a.b, port: 8443")) },
  "finds HTTPS where HTTPS comes in": {
    yaml: gateway("HTTPS") + rules(to("scheme: https")),
    says: [at(0)],
  },
  "takes HTTP where HTTPS comes in": { yaml: gateway("HTTPS") + rules(to("scheme: http")) },
  "finds HTTPS at one of two gateways, for one of two hosts": {
    yaml:
      gateway("HTTPS") +
      rules(to("scheme: https, uri: /b"))
        .replace("[door]", "[mesh, other, door]")
        .replace("[a.b]", "[c.d, a.b]"),
    says: [at(0)],
    messages: [
      "what it leads to (scheme https, /b) is taken by the same rule, and led there again",
    ],
  },
  "finds HTTPS for one host of a server": {
    yaml: gateway("HTTPS").replace('"*/a.b"', '"*/c.d", "*/a.b"') + rules(to("scheme: https")),
    says: [at(0)],
  },
  "takes HTTPS where none comes in": {
    yaml:
      gateway("HTTP").replace(", tls: {mode: SIMPLE, credentialName: c}", "") +
      rules(to("scheme: https")),
  },
  "takes HTTPS before a gateway that is not declared": { yaml: rules(to("scheme: https")) },
  "takes HTTPS for what comes in as HTTP": {
    yaml: gateway("HTTPS") + rules("{match: [{scheme: {exact: http}}], redirect: {scheme: https}}"),
  },
  "does not judge a match by headers": {
    yaml: rules("{match: [{headers: {x: {exact: y}}}], redirect: {uri: /}}"),
  },
  "finds one match of two": {
    yaml: rules(
      "{match: [{headers: {x: {exact: y}}}, {uri: {prefix: /a}}], redirect: {uri: /a/b}}",
    ),
    says: [at(0)],
  },
});
