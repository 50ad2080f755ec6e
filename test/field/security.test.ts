import { type FieldObject, objects } from "../support/field-objects";
import { denied } from "../support/field-policy";
import { fieldCase, made, refused, told, warned } from "../support/field-right";

describe("field: security", () => {
  const preflight = {
    host: "api.example.com",
    method: "OPTIONS",
    headers: { "access-control-request-method": "PUT", origin: "https://app.example.com" },
  };
  const put = { host: "api.example.com", method: "PUT" };
  fieldCase(
    "FT-04: a browser's preflight passes a gateway that requires tokens, and nothing else does",
    "FT-04/index",
    made(
      "preflights pass, requests without a token do not",
      (seen) =>
        !denied(seen, preflight) &&
        denied(seen, put) &&
        denied(seen, { ...put, method: "GET" }) &&
        !denied(seen, { ...put, token: "https://id.example.com/jo" }),
    ),
    warned(/preflight|OPTIONS/),
    refused({ by: 'JwtAuthentication "tokens"', at: "require", words: /preflight|OPTIONS/ }),
  );

  for (const host of ["admin.example.com", "admin.example.com:80", "admin.example.com:8443"]) {
    fieldCase(
      `FT-07: a denial for a host holds for Host: ${host}`,
      "FT-07/index",
      made("it is denied, and other hosts are not", (seen) => {
        const request = { method: "GET", host };
        return (
          denied(seen, request) &&
          !denied(seen, { ...request, host: "shop.example.com" }) &&
          !denied(seen, { ...request, host: "admin.example.com.evil.org" })
        );
      }),
    );
  }

  fieldCase(
    "FT-14: a second external authorizer for the same workloads is refused and names the first",
    "FT-14/index",
    refused({
      by: 'Authorization "machines"',
      at: /^(provider|selector|action)/,
      words: /Authorization "people"/,
    }),
  );

  const waypointLetIn = (policies: FieldObject[]) =>
    policies.some(
      ({ spec }) =>
        spec.targetRefs?.some(({ kind }: FieldObject) => kind === "GatewayClass") ||
        ((spec.action ?? "ALLOW") === "ALLOW" &&
          /waypoint/.test(JSON.stringify(spec.rules ?? [])) &&
          spec.targetRefs === undefined),
    );
  fieldCase(
    "FT-23: a denial for the whole ambient mesh does not lock out the waypoints unsaid",
    "FT-23/index",
    made("a rule for the waypoint's account, or by GatewayClass", (seen) =>
      waypointLetIn(objects(seen, "AuthorizationPolicy")),
    ),
    ...told({
      by: /^(Authorization "(deny-by-default|web-get)"|Waypoint "waypoint")$/,
      at: /./,
      words: /waypoint.*(account|GatewayClass)|(account|GatewayClass).*waypoint/is,
    }),
  );

  fieldCase(
    "FT-24: policies of a Service hold for the Services of its versions",
    "FT-24/index",
    made("each version's Service is a target of such a policy", (seen) => {
      const targets = objects(seen, "AuthorizationPolicy").flatMap(({ spec }) =>
        (spec.targetRefs ?? []).map(({ kind, name }: FieldObject) => `${kind} ${name}`),
      );
      return ["web", "web-v1", "web-v2"].every((name) => targets.includes(`Service ${name}`));
    }),
    ...told({
      by: /^(Authorization "web-callers"|Canary "web")$/,
      at: /./,
      words:
        /(web-v1|versions?).*(Authorization "web-callers"|polic)|(Authorization "web-callers"|polic).*(web-v1|versions?)/is,
    }),
  );

  const l7 = /waypoint/;
  fieldCase(
    "M-7: an HTTP rule by labels in an ambient namespace of the program",
    "M-7/index",
    ...told({ by: 'Authorization "read-only"', at: /^(rules\[0\]|selector)/, words: l7 }),
  );
  fieldCase(
    "M-7: an HTTP rule by target, and no waypoint",
    "M-7/targets",
    ...told({ by: 'Authorization "read-only"', at: /^(targets|rules\[0\])/, words: l7 }),
  );
  fieldCase(
    "M-7: an HTTP rule by labels stays refused where the data plane is said",
    "M-7/said",
    refused({ by: 'Authorization "read-only"', at: /^(rules\[0\]|selector)/, words: l7 }),
  );

  fieldCase(
    "M-6: a rule whose callers are undefined lets nobody in",
    "M-6/index",
    refused({ by: 'Authorization "admin"', at: "rules[0].from", words: /missing|undefined/ }),
  );
  fieldCase(
    "M-6: a source whose accounts are undefined lets nobody in",
    "M-6/source",
    refused({
      by: 'Authorization "admin"',
      at: /^rules\[0\]\.from\[0\]/,
      words: /missing|undefined|empty/,
    }),
  );
  fieldCase(
    "M-6: one undefined field of a source does not widen the other",
    "M-6/mixed",
    refused({
      by: 'Authorization "admin"',
      at: "rules[0].from[0].serviceAccounts",
      words: /missing|undefined/,
    }),
  );
  fieldCase(
    "M-6: a selector that is undefined does not close the namespace",
    "M-6/selector",
    refused({ by: 'Authorization "close-admin"', at: "selector", words: /missing|undefined/ }),
  );
});
