import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const endings: readonly string[] = [".*", ".+", "(.*)", "(.+)"];

/** Whether a pattern takes paths of which the end is left open. */
const isOpen = (regex = ""): boolean => {
  const whole = regex.endsWith("$") ? regex.slice(0, -1) : regex;
  return endings.some((ending) => whole.endsWith(ending) && whole.length > ending.length);
};

/** Whether a path is that of one file, as a page for all paths of an application is. */
const isFile = (path: string): boolean => path.slice(path.lastIndexOf("/")).includes(".");

const objects = (rewrite: string): string => `apiVersion: v1
kind: Service
metadata: {name: users, namespace: forum}
spec: {ports: [{port: 80, name: http}], selector: {app: users}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: users, namespace: forum}
spec:
  hosts: [forum.example.com]
  gateways: [edge/public]
  http:
  - match: [{uri: {regex: "/v[0-9]+/users/.*"}}]
    rewrite:
      ${rewrite}
    route: [{destination: {host: users}}]
`;

/** A rewrite of whole paths where their beginning is meant. */
export const rewriteOfRegex = check({
  id: "rewrite-of-regex",
  code: "MESH0177",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A rule matches by a regex with an open end, and rewrites the path to a fixed one.",
  why: "With a regex there is no prefix to take the place of: `rewrite.uri` replaces the whole path, so that all requests ask for the same one.",
  fix: "Write `uriRegexRewrite` with a group for what stays; or match by a prefix.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite",
  fires: objects("uri: /users # found"),
  silent: objects('uriRegexRewrite: {match: "/v[0-9]+/users/(.*)", rewrite: "/users/\\\\1"}'),
  *run({ spec }) {
    for (const [i, { match = [], rewrite }] of (spec.http ?? []).entries()) {
      const { uri, uriRegexRewrite } = rewrite ?? {};
      const open = match.find((one) => isOpen(one.uri?.regex));
      if (uri && !uriRegexRewrite && !isFile(uri) && open !== undefined) {
        yield {
          path: `spec.http[${i}].rewrite.uri`,
          message: `whatever of ${quoted(open.uri?.regex ?? "")} is asked for becomes ${quoted(uri)}`,
        };
      }
    }
  },
});
