import assert from "node:assert/strict";
import type { Answer } from "./answer";
import { answerWords } from "./answer-words";
import { requestFromUrl } from "./from-url";
import { requestWords } from "./request-words";
import { sendingWords } from "./sending-words";

const answerOf = (own: Partial<Answer>): Answer => ({
  outcome: "routed",
  destinations: [],
  mirrors: [],
  tls: [],
  trail: [],
  notModelled: [],
  ...own,
});

const reviews = { service: "reviews", namespace: "bookinfo", port: 9080 };

describe("an answer in words", () => {
  it("names Services and the shares of their versions", () => {
    const destinations = [
      { ...reviews, workload: "reviews-v1", version: "v1", share: 79.99999 },
      { ...reviews, workload: "reviews-v2", version: "v2", share: 12.5 },
    ];
    const lost = [{ outcome: "unavailable", status: 503, share: 7.5 }] as const;
    assert.equal(
      answerWords(answerOf({ destinations, lost })),
      "reviews.bookinfo:9080 v1 80 %, v2 12.5 %; 7.5 % 503: nobody is there to answer",
    );
    assert.equal(
      answerWords(
        answerOf({ destinations: [{ service: "api.example.com", port: 443, share: 100 }] }),
      ),
      "api.example.com:443",
    );
  });

  for (const [own, words] of [
    [{ outcome: "noRoute", status: 404 }, "404: no route takes it"],
    [{ outcome: "reset" }, "the connection is closed"],
    [{ outcome: "tlsRefused", status: 503 }, "503: the TLS handshake is refused"],
    [
      {
        outcome: "denied",
        status: 403,
        deniedBy: { kind: "AuthorizationPolicy", namespace: "shop", name: "web", rule: 0 },
      },
      "denied (403) by AuthorizationPolicy web.shop, rule 1",
    ],
    [
      { outcome: "redirect", status: 301, redirect: { status: 301, location: "https://a/" } },
      "301 to https://a/",
    ],
  ] as const satisfies readonly (readonly [Partial<Answer>, string])[]) {
    it(words, () => assert.equal(answerWords(answerOf(own)), words));
  }

  it("tells how a request is sent", () => {
    assert.deepEqual(
      sendingWords(
        answerOf({
          timeout: "2s",
          retries: { attempts: 2, perTryTimeout: "1s", retryOn: ["5xx"] },
          rewritten: { host: "b", path: "/b" },
          requestHeaders: { set: { a: "1" }, remove: ["b"] },
          mirrors: [{ ...reviews, version: "v2", share: 10 }],
          tls: [{ hop: "sleep → reviews-v1", mode: "ISTIO_MUTUAL" }],
        }),
      ),
      [
        ["timeout", "2s"],
        ["retries", "2 1s each on 5xx"],
        ["host", "b"],
        ["path", "/b"],
        ["request headers", "a: 1, - b"],
        ["mirrored to", "reviews.bookinfo:9080 v2 10 %"],
        ["TLS", "sleep → reviews-v1 ISTIO_MUTUAL"],
      ],
    );
  });
});

describe("a request in words", () => {
  const from = { kind: "outside" } as const;
  for (const [request, words] of [
    [requestFromUrl(from, "GET", "http://reviews:9080/a?b=1"), "GET http://reviews:9080/a?b=1"],
    [
      requestFromUrl(from, "POST", "https://shop/", {
        headers: { host: "other", a: "b" },
        sni: "x",
        clientCertificate: { names: ["me"] },
        token: { kind: "valid", claims: { iss: "me" } },
      }),
      'POST https://shop/ -H "host: other" -H "a: b" --sni x --client-cert me --claim iss=me',
    ],
    [requestFromUrl(from, undefined, "tcp://[fd00::1]:6379"), "tcp://[fd00::1]:6379"],
  ] as const) {
    it(words, () => assert.equal(requestWords(request), words));
  }
});
