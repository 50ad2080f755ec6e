import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Answer, Outcome } from "../../analysis/requests/answer";
import { requestFromUrl } from "../../analysis/requests/from-url";
import type { Reach } from "../../analysis/requests/reach/reach";
import { run } from "../../test/support/command";
import { reachJson, reachTable } from "./reach";
import { reachEdges } from "./reach-graph";
import { reachMermaid } from "./reach-mermaid";
import { reachSvg } from "./reach-svg";

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
  others: [],
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
    others: [],
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
        '  n0["sleep.shop"]',
        '  n1["web v1 (web.shop:80)"]',
        '  n2["web v2 (web.shop:80)"]',
        '  n3["outside at shop/edge"]',
        '  n4["web.shop:80"]',
        '  n0 -->|"L7, 90 %, by waypoint"| n1',
        '  n0 -->|"L7, 10 %, by waypoint"| n2',
        '  n3 -.->|"path /#quot;x#quot;: 404: no route takes it"| n4',
      ].join("\n"),
    );
  });

  it("has those who are no workload as nodes too", () => {
    const others = ["Pods outside the mesh"];
    assert.deepEqual(
      reachEdges([line({ others, answer: answer({ outcome: Outcome.Reset }) })]).map(
        ({ from }) => from,
      ),
      ["sleep.shop", "Pods outside the mesh"],
    );
  });

  describe("as a picture", () => {
    const picture = reachSvg(all);

    it("has each name and what is asked once, and escapes them", () => {
      assert.deepEqual(
        [...picture.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text]) => text),
        [
          "L7, 90 %, by waypoint",
          "L7, 10 %, by waypoint",
          "path /&quot;x&quot;: 404: no route takes it",
          "sleep.shop",
          "web v1 (web.shop:80)",
          "web v2 (web.shop:80)",
          "outside at shop/edge",
          "web.shop:80",
        ],
      );
    });

    it("draws who is reached otherwise than who refuses", () => {
      const kinds = [...picture.matchAll(/<path class="(\w+)"/g)].map(([, kind]) => kind);
      assert.deepEqual(kinds, ["reached", "reached", "refused"]);
    });

    it("puts no box over another, and each inside the picture", () => {
      const numbers = (text: string) =>
        [...text.matchAll(/"([\d.]+)"/g)].map(([, one]) => Number(one));
      const [width = 0, height = 0] = numbers(picture);
      const boxes = [...picture.matchAll(/<rect rx="4"( x=.*?)\/>/g)].map(([, own = ""]) => {
        const [x = 0, y = 0, wide = 0, tall = 0] = numbers(own);
        return { left: x, right: x + wide, top: y, bottom: y + tall };
      });
      assert.equal(boxes.length, 5);
      for (const [i, one] of boxes.entries()) {
        assert.ok(one.right <= width && one.bottom <= height, `box ${i}`);
        for (const [j, other] of boxes.slice(0, i).entries()) {
          const isApart =
            one.left >= other.right ||
            other.left >= one.right ||
            one.top >= other.bottom ||
            other.top >= one.bottom;
          assert.ok(isApart, `boxes ${i} and ${j}`);
        }
      }
    });

    it("is the one in the documentation", async () => {
      const { stdout } = await run(process.execPath, [
        ...["--import", "tsx", "cli/bin.ts"],
        ...["reach", "--output", "svg", "docs/images/reach.yaml"],
      ]);
      assert.equal(readFileSync("docs/images/reach.svg", "utf8"), stdout);
    });

    it("is empty for a set in which nobody calls", () => {
      assert.match(reachSvg([]), /^<svg [^>]*width="0" height="0"/);
    });
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
