import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { must } from "../support/command";
import { type Difference, differences } from "../support/manifest-compare";
import { explains, reviewedDifferences } from "../support/manifest-differences";
import {
  byCharts,
  byIstioctl,
  type ProfileArgs,
  platforms,
  profiles,
  releases,
} from "../support/manifest-profiles";

interface Combination {
  profile: string;
  args: ProfileArgs;
  platform: (typeof platforms)[number];
}

const combinations: Combination[] = Object.entries(profiles).flatMap(([profile, args]) =>
  platforms.map((platform) => ({ profile, args, platform })),
);
const titleOf = ({ profile, platform }: Combination) => `${profile}/${platform ?? "none"}`;

/** The lab's tools find the charts by it. */
async function chartsFolder(): Promise<string> {
  const text = await must("lab/lab", ["tools", "sh", "-c", 'printf %s "$ISTIO_MESH_CHARTS"']);
  return text.trim();
}

/** Runs at most two at a time: more processes than that only wait for each other. */
async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item);
    }
  };
  await Promise.all([worker(), worker()]);
}

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
type Rendered = any;

describe("istioctl manifest generate", () => {
  const found = new Map<string, Difference[]>();
  const texts = new Map<string, { ours: string[]; theirs: string }>();

  before("render every profile for every platform", async function () {
    this.timeout(300_000);
    const charts = await chartsFolder();
    await each(combinations, async (combination) => {
      const { args, platform, profile } = combination;
      const title = titleOf(combination);
      const folder = `build/test/manifests/${title}`;
      const [ours, theirs] = await Promise.all([
        byCharts(charts, releases(args, platform), folder),
        byIstioctl(profile, platform),
      ]);
      texts.set(title, { ours, theirs });
      found.set(title, differences(ours, [theirs]));
    });
  });

  for (const combination of combinations) {
    const title = titleOf(combination);
    it(`makes of ${title} what our values make of the charts`, () => {
      const unexplained = (found.get(title) ?? []).filter(
        (one) => !reviewedDifferences.some((reviewed) => explains(reviewed, one, title)),
      );
      assert.deepEqual(unexplained, []);
      const objects = texts.get(title)?.theirs.match(/^kind:/gm) ?? [];
      assert.equal(objects.length > 0, combination.profile !== "empty");
    });
  }

  for (const reviewed of reviewedDifferences) {
    it(`still differs: ${reviewed.reason}`, () => {
      const uses = [...found].flatMap(([title, all]) =>
        all.filter((one) => explains(reviewed, one, title)),
      );
      assert.ok(uses.length > 0, "no difference is left that this explains; remove it");
    });
  }

  const sides = (title: string, kind: string, name: string): Rendered[] => {
    const { ours = [], theirs = "" } = texts.get(title) ?? {};
    return [ours.join("\n---\n"), theirs].map((text) => {
      const objects = parseAllDocuments(text).map((document) => document.toJS());
      return objects.find((one) => one?.kind === kind && one.metadata.name === name);
    });
  };

  for (const [title, name] of [
    ["default/none", "istio-ingressgateway"],
    ["demo/none", "istio-ingressgateway"],
    ["demo/none", "istio-egressgateway"],
  ] as const) {
    it(`opens the same ports at ${name} of ${title}, to Pods with the same labels`, () => {
      const facts = sides(title, "Service", name).map(({ spec }) => ({
        type: spec.type,
        selector: spec.selector,
        ports: spec.ports
          .map((one: Rendered) => one.port)
          // istioctl's egress gateway has no port for health checks, which the chart opens for all.
          .filter((port: number) => port !== 15021)
          .sort(),
      }));
      assert.deepEqual(facts[0], { type: "ClusterIP", ...facts[1] });
    });

    it(`requests the same for ${name} of ${title}`, () => {
      const facts = sides(title, "Deployment", name).map(
        ({ spec }) => spec.template.spec.containers[0].resources.requests,
      );
      assert.deepEqual(facts[0], facts[1]);
    });
  }

  it("is what the page about profiles says", () => {
    const page = readFileSync("docs/profiles.md", "utf8");
    for (const profile of Object.keys(profiles)) {
      assert.match(page, new RegExp(`^\\| \`${profile}\` \\|`, "m"));
    }
  });
});
