import assert from "node:assert/strict";
import { requestFromUrl, type UrlOptions } from "./from-url";
import { QuestionError } from "./question-error";
import type { Caller } from "./request";

const sleep: Caller = { kind: "workload", namespace: "bookinfo", name: "sleep" };

const ask = (url: string, method?: string, options?: UrlOptions) =>
  requestFromUrl(sleep, method, url, options);

const refused = (run: () => unknown, message: string) =>
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof QuestionError);
    assert.equal(error.message, message);
    return true;
  });

describe("a request by its URL", () => {
  it("has host, port, path and query as they are written", () => {
    assert.deepEqual(ask("http://Reviews:9080/a%2Fb/../c?x=1&y=%20#top"), {
      from: sleep,
      protocol: "http",
      host: "reviews",
      port: 9080,
      http: {
        authority: "Reviews:9080",
        path: "/a%2Fb/../c?x=1&y=%20",
        method: "GET",
        headers: {},
        scheme: "http",
      },
    });
  });

  it("has the port of its scheme where none is written, and writes none into its host", () => {
    for (const [url, port, authority] of [
      ["http://web", 80, "web"],
      ["http://web:80?x", 80, "web"],
      ["https://shop.example.com./cart", 443, "shop.example.com."],
      ["https://web:8443", 8443, "web:8443"],
      ["grpc://web:80/a.B/C", 80, "web:80"],
      ["http://[fd00::1]:80/", 80, "[fd00::1]"],
      ["http://10.0.0.1/", 80, "10.0.0.1"],
    ] as const) {
      const { port: asked, http } = ask(url);
      assert.deepEqual([asked, http?.authority], [port, authority], url);
    }
  });

  it("names a host without brackets and without a dot at its end", () => {
    const hostOf = (url: string) => ask(url).host;
    assert.equal(hostOf("https://shop.example.com./cart"), "shop.example.com");
    assert.equal(hostOf("http://[fd00::1]/"), "fd00::1");
  });

  it("has no HTTP where it is a connection", () => {
    assert.deepEqual(ask("tcp://redis:6379"), {
      from: sleep,
      protocol: "tcp",
      host: "redis",
      port: 6379,
    });
    assert.deepEqual(ask("tls://db.example.com", "CONNECT", { sni: "db", address: "10.0.0.7" }), {
      from: sleep,
      protocol: "tls",
      host: "db.example.com",
      port: 443,
      address: "10.0.0.7",
      sni: "db",
    });
  });

  it("sends gRPC as POST, and HTTP as the method says", () => {
    assert.equal(ask("grpc://web:9090/a.B/C").http?.method, "POST");
    assert.equal(ask("http://web/", "DELETE").http?.method, "DELETE");
    assert.equal(ask("http://web/", "PURGE").http?.method, "PURGE");
  });

  it("has headers in small letters, put together where they come twice; host takes the URL's place", () => {
    const headers: [string, string][] = [
      ["X-User", "a"],
      ["x-user", "b"],
      ["Cookie", "a=1"],
      ["cookie", "b=2"],
      ["Host", "other.example.com"],
    ];
    assert.deepEqual(ask("http://web:8080/", "GET", { headers }).http, {
      authority: "other.example.com",
      path: "/",
      method: "GET",
      headers: { "x-user": "a,b", cookie: "a=1; b=2" },
      scheme: "http",
    });
    assert.deepEqual(
      ask("http://web/", "GET", { headers: { "End-User": "jason" } }).http?.headers,
      {
        "end-user": "jason",
      },
    );
  });

  it("keeps server name, certificate and token", () => {
    const options: UrlOptions = {
      sni: "a.example.com",
      clientCertificate: { names: ["client"] },
      token: { kind: "valid", claims: { iss: "me" } },
    };
    const { sni, clientCertificate, token } = ask("https://b.example.com", "GET", options);
    assert.deepEqual({ sni, clientCertificate, token }, options);
  });

  for (const [url, message] of [
    ["reviews:9080/", '"reviews:9080/" is not a URL; write for example "http://reviews:9080/"'],
    ["", '"" is not a URL; write for example "http://reviews:9080/"'],
    ["http:///x", '"http:///x" names no host'],
    ["http://:80/", '"http://:80/": ":80" is not host:port'],
    ["http://a:b:c/", '"http://a:b:c/": "a:b:c" is not host:port'],
    ["http://web:0/", '"http://web:0/": port "0" is not a whole number between 1 and 65535'],
    ["http://web:/", '"http://web:/": port "" is not a whole number between 1 and 65535'],
    ["http://web:1e3/", '"http://web:1e3/": port "1e3" is not a whole number between 1 and 65535'],
    ["http://we_b/", '"http://we_b/": host "we_b": "we_b" is no part of a host name'],
    ["http://[10.0.0.1]/", '"http://[10.0.0.1]/": host "[10.0.0.1]": is not an IPv6 address'],
    [
      "http://1.2.3/",
      '"http://1.2.3/": host "1.2.3": the last part of a host name is not a number',
    ],
    [
      "http://web/a b",
      '"http://web/a b" has a space or a control character, which no URL has; write it as % and two digits',
    ],
    [
      "http://me:secret@web/",
      '"http://…@web/" names a user before "@"; send credentials in the header "authorization"',
    ],
    [
      "htp://web/",
      '"htp://web/": scheme "htp" is unknown; allowed: http, https, grpc, tls, tcp; did you mean "http"?',
    ],
    [
      "constructor://web/",
      '"constructor://web/": scheme "constructor" is unknown; allowed: http, https, grpc, tls, tcp',
    ],
    ["tcp://redis", '"tcp://redis" names no port; tcp:// has none of its own'],
    ["grpc://web", '"grpc://web" names no port; grpc:// has none of its own'],
    ["tcp://redis:1/x", 'path "/x": tcp:// is a connection without HTTP'],
  ] as const) {
    it(`refuses ${JSON.stringify(url)}`, () => refused(() => ask(url), message));
  }

  for (const [name, method, options, message] of [
    ["a method in small letters", "get", {}, 'method "get" is sent in capitals; write "GET"'],
    ["what is no method", "GE T", {}, 'method "GE T" is not a method of HTTP'],
    ["CONNECT", "CONNECT", {}, 'method "CONNECT": for a connection write "tcp://host:port"'],
    [
      "a pseudo-header",
      "GET",
      { headers: { ":path": "/" } },
      'header ":path" is no header that a client writes; method, host and path stand in the URL',
    ],
    [
      "what is no header",
      "GET",
      { headers: { "a b": "" } },
      'header "a b" is not the name of a header',
    ],
    [
      "a line break in a header",
      "GET",
      { headers: { a: "b\nc" } },
      'header "a" has a control character',
    ],
    ["what is no address", "GET", { address: "web" }, 'address "web" is not an IP address'],
  ] as const) {
    it(`refuses ${name}`, () => refused(() => ask("http://web/", method, options), message));
  }

  it("refuses headers and methods of a connection, and other methods of gRPC", () => {
    refused(() => ask("tcp://a:1", "GET"), 'method "GET": tcp:// is a connection without HTTP');
    refused(
      () => ask("tls://a:1", undefined, { headers: { a: "b" } }),
      "headers: tls:// is a connection without HTTP",
    );
    refused(() => ask("grpc://a:1/x", "GET"), 'method "GET": gRPC has POST alone');
  });
});
