import assert from "node:assert/strict";
import { type Answer, Outcome } from "../../analysis/requests/answer";
import { requestFromUrl } from "../../analysis/requests/from-url";
import type { Reach } from "../../analysis/requests/reach/reach";
import { reachJson, reachMermaid, reachTable } from "./reach";

const answer = (own: Partial<Answer>): Answer => ({
  outcome: Outcome.Routed,
  destinations: [],
  mirrors: [],
  tls: [],
  trail: [],
  notModelled: [],
  ...own,
});

const reached = (version: string, share: number) => ({
  service: "web",
  namespace: "shop",
  workload: `web-${version}`,
  version,
  port: 80,
  share,
});

const line = (own: Partial<Reach>): Reach => ({
  from: "sleep.shop",
  callers: ["sleep.shop"],
  to: "web.shop:80",
  requests: "any path",
  level: "L7",
  example: requestFromUrl(
    { kind: "workload", namespace: "shop", name: "sleep" },
    "GET",
    "http://web/",
  ),
  answer: answer({}),
  ...own,
});

const step = { kind: "HTTPRoute", namespace: "shop", name: "web", path: "spec.rules[0]" };

const all: readonly Reach[] = [
  line({
    answer: answer({
      destinations: [reached("v1", 90), reached("v2", 10)],
      tls: [{ hop: "→ waypoint", mode: "HBONE" }],
      trail: [step, { ...step, path: "spec.rules[1]" }],
    }),
  }),
  line({
    from: "outside",
    callers: [],
    gateway: "shop/edge",
    requests: 'path /"x"',
    answer: answer({ outcome: Outcome.NoRoute, status: 404 }),
  }),
];

describe("who may call whom, as it is written", () => {
  it("is a table", () => {
    assert.equal(
      reachTable(all, (_, text) => text),
      [
        "FROM                  TO           LEVEL  REQUESTS   ANSWER",
        "sleep.shop            web.shop:80  L7     any path   web.shop:80 v1 90 %, v2 10 %, by waypoint waypoint",
        'outside at shop/edge  web.shop:80  L7     path /"x"  404: no route takes it',
      ].join("\n"),
    );
  });

  it("is a graph of Mermaid's", () => {
    assert.equal(
      reachMermaid(all),
      [
        "flowchart LR",
        '  n0["web v1 (web.shop:80)"]',
        '  n1["sleep.shop"]',
        '  n2["web v2 (web.shop:80)"]',
        '  n3["outside at shop/edge"]',
        '  n4["web.shop:80"]',
        '  n1 -->|"L7, 90 %, by waypoint"| n0',
        '  n1 -->|"L7, 10 %, by waypoint"| n2',
        '  n3 -.->|"path /#quot;x#quot;: 404: no route takes it"| n4',
      ].join("\n"),
    );
  });

  it("is JSON with the objects that decide", () => {
    const [first] = JSON.parse(reachJson(all));
    assert.deepEqual(
      {
        waypoints: first.waypoints,
        objects: first.objects,
        example: first.example,
        level: first.level,
      },
      {
        waypoints: ["waypoint"],
        objects: ["HTTPRoute web.shop"],
        example: "GET http://web/",
        level: "L7",
      },
    );
  });
});
