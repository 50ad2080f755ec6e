import type {
  DestinationRuleSpec,
  Subset,
} from "../../../schemas/kinds/networking/destination-rule";
import { coversHost } from "../../../values/host";
import { fullName } from "../../../values/service-host";
import type { Declared, DeclaredSet } from "../declared-set";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { MeshConfig } from "./mesh-config";
import { isExported } from "./services";

/** A DestinationRule with its host in full. */
export interface Rule {
  readonly source: Declared<DestinationRuleSpec>;
  readonly host: string;
  readonly namespace: string;
  readonly exportTo: readonly string[];
  readonly subsets: readonly Subset[];
}

/** Every DestinationRule with its host in full. What is not known yet ends a judgement where it is read. */
export const rulesOf = (set: DeclaredSet, { domain, all }: MeshConfig): Rule[] =>
  set.all(Kind.DestinationRule).map((source) => {
    const { namespace } = source.id;
    const defaults = Array.isArray(all.defaultDestinationRuleExportTo)
      ? (all.defaultDestinationRuleExportTo as string[])
      : ["*"];
    return {
      source,
      namespace,
      get host() {
        return fullName(source.spec.host, namespace, domain);
      },
      get exportTo() {
        const { exportTo = [] } = source.spec;
        return exportTo.length === 0 ? defaults : exportTo;
      },
      get subsets() {
        return source.spec.subsets ?? [];
      },
    };
  });

/** Rules by their hosts, for lookups as istiod does them. */
export class Rules {
  readonly #byHost: ReadonlyMap<string, readonly Rule[]>;
  readonly #wildcards: readonly Rule[];

  constructor(
    readonly all: readonly Rule[],
    private readonly config: MeshConfig,
  ) {
    this.#byHost = grouped(all, ({ host }) => host);
    this.#wildcards = all
      .filter(({ host }) => host.startsWith("*"))
      .sort((a, b) => b.host.length - a.host.length);
  }

  /** Rules of exactly this host. */
  named(host: string): readonly Rule[] {
    return this.#byHost.get(host) ?? [];
  }

  /**
   * The rules that clients of a namespace follow for a host: those of their own namespace, else those
   * of the host's, else those of the root namespace. Clients in the root namespace follow first what is for
   * them alone there: its other rules are meant for everybody. Rules of one host are merged by istiod.
   */
  followed(host: string, hostNamespace: string | undefined, client: string): readonly Rule[] {
    const { rootNamespace } = this.config;
    const isOwn = ({ exportTo: [only, ...more] }: Rule) =>
      more.length === 0 && (only === "." || only === client);
    for (const [step, namespace] of [client, hostNamespace, rootNamespace].entries()) {
      const seen = (rule: Rule) =>
        rule.namespace === namespace &&
        (step > 0 || client !== rootNamespace || isOwn(rule)) &&
        rule.source.spec.workloadSelector === undefined &&
        isExported(rule.exportTo, rule.namespace, client);
      const own = this.named(host).filter(seen);
      if (own.length > 0) {
        return own;
      }
      const covering = this.#wildcards.filter((rule) => coversHost(rule.host, host) && seen(rule));
      if (covering.length > 0) {
        return covering.filter((rule) => rule.host === covering[0]?.host);
      }
    }
    return [];
  }
}
