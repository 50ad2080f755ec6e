import assert from "node:assert/strict";
import {
  Authorization,
  type AuthorizationArgs,
  JwtAuthentication,
  type JwtAuthenticationArgs,
} from "../../components";
import { atSidecar } from "../support/policy-world";
import { type JudgedRequest, refuses } from "../support/rbac-decision";

const jwks = '{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]}';
const tokens = (args: Partial<JwtAuthenticationArgs>) => () =>
  void new JwtAuthentication("login", {
    namespace: "shop",
    jwtRules: [{ issuer: "https://me", jwks }],
    require: true,
    ...args,
  });
const policy = (args: Partial<AuthorizationArgs>) => () =>
  void new Authorization("a", { namespace: "shop", ...args });

const judged = async (program: () => void) => {
  const config = await atSidecar(program);
  return (request: JudgedRequest) =>
    refuses(config, "virtualInbound", {
      method: "GET",
      host: "web",
      path: "/",
      port: 8080,
      ...request,
    });
};

describe("[JwtAuthentication: translated] a browser's preflight", () => {
  const preflight: JudgedRequest = {
    method: "OPTIONS",
    headers: { origin: "https://app.example.com", "access-control-request-method": "PUT" },
  };
  const token = { iss: "https://me", sub: "jo" };

  it("passes where it is allowed, and nothing else without a token does", async () => {
    const refused = await judged(tokens({ allowPreflight: true }));
    assert.equal(refused(preflight), false);
    assert.equal(refused({ method: "OPTIONS" }), true);
    assert.equal(refused({ method: "OPTIONS", headers: { origin: "https://a.b" } }), true);
    assert.equal(
      refused({ method: "OPTIONS", headers: { "access-control-request-method": "PUT" } }),
      true,
    );
    for (const method of ["GET", "PUT", "options", "TRACE"]) {
      assert.equal(refused({ ...preflight, method }), true, method);
    }
    assert.equal(refused({ method: "PUT", token }), false);
    assert.equal(refused({ method: "OPTIONS", token }), false);
  });

  it("needs a token where it is not", async () => {
    const refused = await judged(tokens({}));
    assert.equal(refused(preflight), true);
    assert.equal(refused({ ...preflight, token }), false);
  });

  it("passes beside exempt paths and other ports, which stay so", async () => {
    const args = { allowPreflight: true, exemptPaths: ["/healthz", "/public/*"], ports: [8080] };
    const refused = await judged(tokens(args));
    assert.equal(refused(preflight), false);
    for (const path of ["/healthz", "/public/a", "/public/a?b=c"]) {
      assert.equal(refused({ path }), false, path);
      assert.equal(refused({ path, method: "OPTIONS" }), false, path);
    }
    for (const path of ["/", "/healthz/", "/publicly"]) {
      assert.equal(refused({ path }), true, path);
      assert.equal(refused({ path, method: "OPTIONS" }), true, path);
    }
    assert.equal(refused({ port: 9090 }), false);
  });
});

describe("[Authorization: translated] a host in every form in which a client can write it", () => {
  const rules = [{ to: [{ hosts: ["admin.example.com"] }] }];
  const forms = [
    "admin.example.com",
    "ADMIN.example.com",
    "admin.example.com:80",
    "admin.example.com:8443",
    "admin.example.com.",
    "admin.example.com.:80",
  ];
  const others = [
    "example.com",
    "admin.example.com.evil.org",
    "xadmin.example.com",
    "admin.example.community",
  ];

  it("is denied, and no other host is", async () => {
    const refused = await judged(policy({ action: "DENY", rules }));
    assert.deepEqual(
      forms.filter((host) => !refused({ host })),
      [],
    );
    assert.deepEqual(
      others.filter((host) => refused({ host })),
      [],
    );
  });

  it("is allowed, and no other host is", async () => {
    const refused = await judged(policy({ rules }));
    assert.deepEqual(
      forms.filter((host) => refused({ host })),
      [],
    );
    assert.deepEqual(
      others.filter((host) => !refused({ host })),
      [],
    );
  });

  it("is not what all but it are denied for", async () => {
    const all = [{ to: [{ notHosts: ["admin.example.com"] }] }];
    const refused = await judged(policy({ action: "DENY", rules: all }));
    assert.deepEqual(
      forms.filter((host) => refused({ host })),
      [],
    );
    assert.deepEqual(
      others.filter((host) => !refused({ host })),
      [],
    );
  });
});
