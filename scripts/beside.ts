// beside.ts [SETS [CHANGES]]: random changes that clients see, and as many that nobody sees, each told or not by
// impact, by a comparison of objects, by istioctl's analyzers and, with NCA=<path of nca>, by network-config-analyzer.
// Prints a table. ISTIO_MESH_SEED chooses other sets.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { Mesh } from "../analysis/mesh/mesh";
import { Scope } from "../analysis/mesh/scope";
import { impact } from "../analysis/requests/impact/impact";
import { analyzed } from "../test/support/analyzed-sets";
import { type ChangedSet, judgedChanges, wordChanges } from "../test/support/requests/impact-cases";
import { besideHead, besideRow, isOtherSet, Told } from "./beside-table";

const [sets = 20, changes = 10] = process.argv.slice(2).map(Number);
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const { NCA: nca } = process.env;

function byImpact({ before, after, meshConfig }: ChangedSet): Told {
  const meshOf = (objects: ChangedSet["before"]) =>
    new Mesh(objects as never, { meshConfig, scope: Scope.Cluster });
  return impact(meshOf(before), meshOf(after)).changes.length > 0 ? Told.Yes : Told.No;
}

async function byAnalyzers(all: readonly ChangedSet[]): Promise<Told[]> {
  const answers = await analyzed(
    all.flatMap(({ before, after, meshConfig }) =>
      [before, after].map((objects) => ({ objects: objects as never, meshConfig })),
    ),
  );
  return all.map((_, i) => {
    const [old, now] = answers.slice(2 * i, 2 * i + 2);
    return old?.error || now?.error
      ? Told.Unread
      : old?.messages.join() === now?.messages.join()
        ? Told.No
        : Told.Yes;
  });
}

/** By its exit code: 0 where both are the same to it, 1 where they are not, another where it cannot read one. */
function byNca(command: string, { before, after }: ChangedSet): Told {
  const dir = mkdtempSync(join(tmpdir(), "beside-"));
  const [old, now] = [before, after].map((objects, i) => {
    const place = join(dir, `${i}`);
    mkdirSync(place);
    const texts = objects.map((one) => stringify(one, { aliasDuplicateObjects: false }));
    writeFileSync(join(place, "all.yaml"), texts.join("---\n"));
    return place;
  }) as [string, string];
  const sources = ["-b", old, "-pb", old, "-nb", old, "-p", now, "-n", now];
  const { status } = spawnSync(command, ["--semantic_diff", now, ...sources], { stdio: "ignore" });
  rmSync(dir, { recursive: true });
  return status === 0 ? Told.No : status === 1 ? Told.Yes : Told.Unread;
}

type Judge = [name: string, judge: (some: readonly ChangedSet[]) => Told[] | Promise<Told[]>];

async function seenChanges(): Promise<ChangedSet[]> {
  const seen: ChangedSet[] = [];
  for (let i = 0; i < sets; i++) {
    for await (const one of judgedChanges(seed + i, changes)) {
      if (one.different.length > 0) {
        const { name, before, after, meshConfig } = one;
        seen.push({ name, before, after, meshConfig });
      }
    }
  }
  return seen;
}

async function main(): Promise<void> {
  const all = [
    await seenChanges(),
    Array.from({ length: sets }, (_, i) => [...wordChanges(seed + i, changes)]).flat(),
  ];
  const judges: Judge[] = [
    ["`istio-mesh impact`", (some) => some.map(byImpact)],
    ["objects that differ", (some) => some.map((one) => (isOtherSet(one) ? Told.Yes : Told.No))],
    ["`istioctl analyze`", byAnalyzers],
    ...(nca
      ? [["`nca --semantic_diff`", (some) => some.map((one) => byNca(nca, one))] satisfies Judge]
      : []),
  ];
  process.stdout.write(besideHead);
  for (const [name, judge] of judges) {
    const [seen = [], unseen = []] = await Promise.all(all.map(async (some) => judge(some)));
    process.stdout.write(besideRow(name, seen, unseen));
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
