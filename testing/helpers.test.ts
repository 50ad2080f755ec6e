import assert from "node:assert/strict";
import { type Answer, Outcome } from "../analysis/requests/answer";
import { refusal } from "./refusal";
import { ShareOf, shares } from "./shares";

const answerOf = (own: Partial<Answer>): Answer => ({
  outcome: Outcome.Routed,
  destinations: [],
  mirrors: [],
  tls: [],
  trail: [],
  notModelled: [],
  ...own,
});

const reached = (service: string, share: number, workload?: string, version?: string) => ({
  service,
  namespace: "shop",
  port: 80,
  share,
  ...(workload !== undefined && { workload }),
  ...(version !== undefined && { version }),
});

const notJudged = answerOf({ outcome: Outcome.NotJudged, notModelled: ["Lua in shop/filter"] });

describe("the shares of an answer", () => {
  const found = answerOf({
    destinations: [
      reached("web", 60, "web-v1", "v1"),
      reached("web", 10, "web-old", "v1"),
      reached("api", 20, "api"),
      reached("example.com", 10),
    ],
  });

  it("are those of versions, and of what has none by its own name", () => {
    assert.deepEqual(shares(found), { v1: 70, api: 20, "example.com": 10 });
  });

  it("are those of workloads or Services where it is asked for", () => {
    assert.deepEqual(shares(found, ShareOf.Workload), {
      "web-v1": 60,
      "web-old": 10,
      api: 20,
      "example.com": 10,
    });
    assert.deepEqual(shares(found, ShareOf.Service), { web: 70, api: 20, "example.com": 10 });
  });

  it("are nobody's where nobody is reached", () => {
    assert.deepEqual(shares(answerOf({ outcome: Outcome.NoRoute, status: 404 })), {});
  });

  it("are not told where they are not judged", () => {
    assert.throws(() => shares(notJudged), {
      message: "who gets the request is not judged: Lua in shop/filter",
    });
  });
});

describe("the refusal in an answer", () => {
  const policy = { kind: "AuthorizationPolicy", namespace: "shop", name: "viewer" };

  for (const [own, text] of [
    [{}, undefined],
    [{ outcome: Outcome.Redirect, status: 301 }, undefined],
    [{ outcome: Outcome.Response, status: 200 }, undefined],
    [{ outcome: Outcome.NoRoute, status: 404 }, "404: no route takes it"],
    [{ outcome: Outcome.TlsRefused }, "the TLS handshake is refused"],
    [
      { outcome: Outcome.Denied, status: 403, deniedBy: policy },
      "denied (403): AuthorizationPolicy viewer.shop does not allow it",
    ],
    [
      { outcome: Outcome.Denied, deniedBy: { ...policy, rule: 0 } },
      "denied by AuthorizationPolicy viewer.shop, rule 1",
    ],
  ] as const) {
    it(`is ${text ?? "none"} of ${JSON.stringify(own)}`, () => {
      assert.equal(refusal(answerOf(own)), text);
    });
  }

  it("is not told where it is not judged", () => {
    assert.throws(() => refusal(notJudged), {
      message: "whether the request is refused is not judged: Lua in shop/filter",
    });
  });
});
