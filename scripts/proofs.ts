/** A comparison with a real part that is run short in the tests and long by `make prove`. */
export interface Proof {
  /** As it is named on the command line. */
  readonly name: string;
  /** What is compared with what. */
  readonly what: string;
  readonly file: string;
  /** How many sets, or objects. */
  readonly sets: number;
  /** How many requests for each set; 0 where sets are compared as a whole. */
  readonly requests: number;
  /** How many changes of each set that clients see, and as many that nobody sees. */
  readonly changes?: number;
  /** Whether each set has a seed of its own, so that they may be compared in two processes at once. */
  readonly apart?: boolean;
}

const folder = "test/translate/requests";

/** All of them. */
export const proofs: readonly Proof[] = [
  {
    name: "sidecars",
    what: "answers to calls of applications with sidecars, and what istiod's code gives all proxies on the way",
    file: `${folder}/random.test.ts`,
    sets: 500,
    requests: 200,
  },
  {
    name: "gateways",
    what: "answers at gateways of both APIs, and what istiod's code gives these gateways",
    file: `${folder}/gateways.test.ts`,
    sets: 200,
    requests: 150,
  },
  {
    name: "access",
    what: "who is let in by policies at sidecars, gateways and waypoints, and the filters that istiod's code gives them",
    file: `${folder}/access.test.ts`,
    sets: 150,
    requests: 200,
  },
  {
    name: "waypoints",
    what: "answers by way of a waypoint, and what istiod's code gives it",
    file: `${folder}/waypoint.test.ts`,
    sets: 100,
    requests: 200,
  },
  {
    name: "clusters",
    what: "endpoints and TLS behind each destination, and the clusters that istiod's code makes",
    file: `${folder}/clusters.test.ts`,
    sets: 100,
    requests: 0,
  },
  {
    name: "impact",
    what: "what a change is said to do to requests, and what istiod's code gives all proxies before and after it",
    file: `${folder}/impact.test.ts`,
    sets: 100,
    requests: 0,
    changes: 10,
    apart: true,
  },
  {
    name: "envoys",
    what: "answers, and what comes of the same requests where real Envoys stand: sidecars, and a gateway of each API",
    file: "test/cluster/answers.test.ts",
    sets: 20,
    requests: 250,
  },
  {
    name: "analyzers",
    what: "findings between objects, and those of all of istioctl's analyzers",
    file: "test/conformance/analyzed-sets.test.ts",
    sets: 20_000,
    requests: 0,
  },
];

/** The proofs of these names, all without a name. */
export function chosenProofs(names: readonly string[]): readonly Proof[] {
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) {
    const known = proofs.map(({ name }) => name).join(", ");
    throw new Error(`there is no proof ${unknown.join(", ")}; there are: ${known}`);
  }
  return proofs.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Some of the sets of a proof. */
export interface Portion {
  /** Seed of the first. */
  readonly first: number;
  readonly sets: number;
}

/** A proof in portions that are run at the same time. */
export function portions({ sets, apart = false }: Proof, seed: number): readonly Portion[] {
  const half = Math.ceil(sets / 2);
  return apart
    ? [
        { first: seed, sets: half },
        { first: seed + half, sets: sets - half },
      ]
    : [{ first: seed, sets }];
}

/** How a proof ended. */
export interface Proved {
  readonly proof: Proof;
  readonly seed: number;
  readonly date: string;
  readonly passed: number;
  readonly failed: number;
}

const count = (value: number): string => value.toLocaleString("en");

const compared = ({ sets, requests, changes }: Proof): string =>
  changes !== undefined
    ? `${count(sets * changes)} changes that clients see, ${count(sets * changes)} that nobody sees`
    : requests === 0
      ? `${count(sets)} sets`
      : `${count(sets)} sets × ${count(requests)} requests`;

const row = ({ proof, seed, date, passed, failed }: Proved): string =>
  `| ${proof.name} | ${proof.what} | ${compared(proof)} | ${seed} | ${date} | ${
    failed === 0 ? "no difference" : `${failed} of ${passed + failed} tests failed`
  } |`;

const rowName = /^\| (\S+) \|/;

/** The page with new results in place of older ones of the same names. */
export function proofPage(before: string, results: readonly Proved[]): string {
  const kept = before.split("\n").filter((line) => {
    const name = rowName.exec(line)?.[1];
    return (
      name !== undefined &&
      proofs.some((proof) => proof.name === name) &&
      !results.some(({ proof }) => proof.name === name)
    );
  });
  const order = (line: string) => proofs.findIndex(({ name }) => name === rowName.exec(line)?.[1]);
  const rows = [...kept, ...results.map(row)].sort((a, b) => order(a) - order(b));
  return [
    "# Compared at length",
    "",
    "Generated sets and requests, judged by us and by the real parts. The tests run a short form; this is the",
    "long one, written here by `make prove` (or `make prove NAME=gateways`), which takes up to an hour. The",
    "same seed gives the same sets.",
    "",
    "| name | what is compared | how much | first seed | on | result |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
