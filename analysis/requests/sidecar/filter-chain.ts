import { coversHost } from "../../../values/host";
import { fitsRange, fixedBits } from "../../../values/ip-range";
import { NotJudged } from "../../mesh/not-judged";
import type { Weighted } from "../route";
import type { Step } from "../trail";
import type { CalledAddress } from "./called-address";

/** What a listener does with connections that fit. */
export type Chain = {
  /** Server names, with wildcards; absent where none is looked at. */
  readonly sni?: readonly string[];
  /** Ranges of addresses; absent where the address is not looked at. */
  readonly ranges?: readonly string[];
} & (
  | {
      readonly kind: "http";
      /** Whether it takes plain HTTP only, and leaves the rest to others. */
      readonly inspected: boolean;
      /** The one host that it is for; undefined where routes of all hosts of the port are asked. */
      readonly host?: string;
    }
  | {
      readonly kind: "tcp";
      readonly destinations: readonly Weighted[];
      readonly steps: readonly Step[];
      /** Host whose addresses the ranges are. */
      readonly rangesOf?: string;
    }
);

/** What a proxy sees of a connection at its beginning. */
export interface Beginning {
  readonly called: CalledAddress;
  /** Undefined where it is no TLS. */
  readonly sni?: string;
  readonly plainHttp: boolean;
}

const takesAnyName = ({ sni }: Chain): boolean => sni === undefined || sni.includes("*");

/** How narrowly a chain's ranges take an address: -1 where they do not. */
function rangeRank(chain: Chain, { ip, inRangeOf }: CalledAddress): number {
  if (chain.ranges === undefined) {
    return 0;
  }
  if (ip === undefined) {
    if (inRangeOf && chain.kind === "tcp") {
      return chain.rangesOf === inRangeOf.host ? 1 : -1;
    }
    throw new NotJudged("a route looks at the address that is called, which is not known");
  }
  const bits = chain.ranges
    .filter((range) => fitsRange(range, ip))
    .map((range) => fixedBits(range));
  return bits.length === 0 ? -1 : 1 + Math.max(...bits);
}

/** Longer than any name. */
const exact = 1000;

/** How narrowly a chain's names take a server name: -1 where they do not. */
function nameRank(chain: Chain, sni: string | undefined): number {
  if (takesAnyName(chain)) {
    return 0;
  }
  const own = sni?.toLowerCase();
  const ranks = (chain.sni ?? []).map((name) =>
    own !== undefined && coversHost(name.toLowerCase(), own)
      ? name.startsWith("*")
        ? name.length
        : exact
      : -1,
  );
  return Math.max(-1, ...ranks);
}

const protocolRank = (chain: Chain, { plainHttp }: Beginning): number =>
  chain.kind === "http" && chain.inspected ? (plainHttp ? 1 : -1) : 0;

/** Whether a chain takes what no other takes. */
const takesAll = (chain: Chain): boolean =>
  takesAnyName(chain) && chain.ranges === undefined && !(chain.kind === "http" && chain.inspected);

function narrowed(chains: readonly Chain[], rank: (chain: Chain) => number): readonly Chain[] {
  const ranked = chains.map((chain) => ({ chain, rank: rank(chain) }));
  const best = Math.max(-1, ...ranked.map((one) => one.rank));
  return best < 0 ? [] : ranked.filter((one) => one.rank === best).map(({ chain }) => chain);
}

/** The chain that Envoy takes: by address, by server name, by protocol, in this order and without a way back. */
export function chainFor(chains: readonly Chain[], beginning: Beginning): Chain | undefined {
  const others = chains.filter((chain) => !takesAll(chain));
  const byAddress = narrowed(others, (chain) => rangeRank(chain, beginning.called));
  const byName = narrowed(byAddress, (chain) => nameRank(chain, beginning.sni));
  const [found] = narrowed(byName, (chain) => protocolRank(chain, beginning));
  return found ?? chains.find(takesAll);
}

const sorted = (all: readonly string[] = []): string => [...new Set(all)].sort().join(" ");

/** What a chain looks at: of two that look at the same, Envoy takes one only. */
export function conditionKey(chain: Chain): string {
  const names = (chain.sni ?? []).filter((name) => name !== "*");
  const isHttp = chain.kind === "http" && chain.inspected;
  return JSON.stringify([isHttp, sorted(names), sorted(chain.ranges)]);
}
