import type { Random } from "../random";
import type { Change, Loose } from "./changes";
import { worldServices } from "./world";

/** Single changes of a set that no client sees. */

const of = (objects: readonly Loose[], kind: string): Loose[] =>
  objects.filter(
    (object) => object.kind === kind && !(kind === "Gateway" && object.spec.listeners),
  );

const one =
  (kind: string, change: (object: Loose, random: Random) => unknown): Change =>
  (objects, random) => {
    const all = of(objects, kind);
    return all.length > 0 && change(random.pick(all), random) !== false;
  };

/** What a name in an object means. */
const full = (name: string, namespace: string): string =>
  name.includes(".") ? name : `${name}.${namespace}.svc.cluster.local`;

const short = (name: string, namespace: string): string => {
  const known = worldServices.some(
    (service) => `${service.name}.${namespace}.svc.cluster.local` === name,
  );
  return known ? (name.split(".")[0] ?? name) : name;
};

function reversed(value: Loose): Loose {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    : value;
}

const names =
  (written: (name: string, namespace: string) => string): Change =>
  (objects) => {
    let changed = false;
    const put = (target: Loose, key: string, namespace: string) => {
      const now = written(target[key], namespace);
      changed ||= now !== target[key];
      target[key] = now;
    };
    for (const { spec, metadata } of of(objects, "VirtualService")) {
      spec.hosts.forEach((_: string, i: number) => {
        put(spec.hosts, `${i}`, metadata.namespace);
      });
      for (const { route = [], mirror } of spec.http) {
        for (const { destination } of route) {
          put(destination, "host", metadata.namespace);
        }
        if (mirror) {
          put(mirror, "host", metadata.namespace);
        }
      }
    }
    for (const { spec, metadata } of of(objects, "DestinationRule")) {
      put(spec, "host", metadata.namespace);
    }
    return changed;
  };

const isAlone = (objects: readonly Loose[], rule: Loose): boolean => {
  const hostOf = ({ spec, metadata }: Loose) => full(spec.host, metadata.namespace);
  return of(objects, "DestinationRule").every(
    (other) => other === rule || hostOf(other) !== hostOf(rule),
  );
};

const splitRule: Change = (objects) => {
  const rule = of(objects, "DestinationRule").find(
    (own) => (own.spec.subsets ?? []).length > 1 && isAlone(objects, own),
  );
  if (!rule) {
    return false;
  }
  const [first, ...rest] = rule.spec.subsets;
  rule.spec.subsets = [first];
  const { trafficPolicy: _, ...spec } = rule.spec;
  const metadata = { ...rule.metadata, name: `${rule.metadata.name}-z` };
  objects.push({ ...rule, metadata, spec: { ...spec, subsets: rest } });
  return true;
};

const splitRoutes: Change = (objects) => {
  const own = of(objects, "VirtualService").find(
    ({ spec }) => spec.gateways?.length === 2 && spec.hosts.length === 2,
  );
  const isShared = of(objects, "VirtualService").some(
    (other) =>
      other !== own &&
      other.spec.hosts.some(
        (host: string) =>
          host.startsWith("*") || own?.spec.hosts.includes(full(host, other.metadata.namespace)),
      ),
  );
  if (!own || isShared) {
    return false;
  }
  const { spec, metadata } = own;
  own.spec = { ...spec, gateways: ["mesh"] };
  objects.push({
    ...own,
    metadata: { ...metadata, name: `${metadata.name}-gw` },
    spec: { ...spec, gateways: ["edge/public"] },
  });
  return true;
};

const splitMatches: Change = (objects, random) => {
  const all = of(objects, "VirtualService").flatMap(({ spec }) =>
    spec.http.filter(({ match }: Loose) => match?.length > 1).map((own: Loose) => ({ spec, own })),
  );
  if (all.length === 0) {
    return false;
  }
  const { spec, own } = random.pick(all);
  const apart = own.match.map((match: Loose) => ({ ...structuredClone(own), match: [match] }));
  spec.http.splice(spec.http.indexOf(own), 1, ...apart);
  return true;
};

const written: Change = (objects) => {
  for (const { spec } of of(objects, "VirtualService")) {
    spec.gateways ??= ["mesh"];
    spec.exportTo ??= ["*"];
    for (const own of spec.http) {
      if (own.route?.length === 1) {
        own.route[0].weight ??= 100;
      }
      if (own.mirror) {
        own.mirrorPercentage ??= { value: 100 };
      }
      if (own.redirect) {
        own.redirect.redirectCode ??= 301;
      }
    }
  }
  // Entries of one host join only where they say the same of their exports.
  const alone = of(objects, "ServiceEntry").filter(
    ({ spec }, _, all) =>
      !all.some(
        (one) =>
          one.spec !== spec && one.spec.hosts.some((host: string) => spec.hosts.includes(host)),
      ),
  );
  for (const { spec } of [...of(objects, "DestinationRule"), ...alone]) {
    spec.exportTo ??= ["*"];
  }
  for (const { spec } of of(objects, "AuthorizationPolicy")) {
    spec.action ??= "ALLOW";
  }
  return true;
};

const older: Change = (objects) => {
  for (const own of objects) {
    own.apiVersion = own.apiVersion.replace(
      /^(networking|security)\.istio\.io\/v1$/,
      "$1.istio.io/v1beta1",
    );
  }
  return true;
};

const everyRoute =
  (change: (route: Loose, i: number) => unknown): Change =>
  (objects) => {
    const all = of(objects, "VirtualService").flatMap(({ spec }) => spec.http);
    all.forEach(change);
    return all.length > 0;
  };

/** All of them, by name. */
export const cosmeticChanges: Readonly<Record<string, Change>> = {
  "order of maps": (objects) => {
    objects.splice(0, objects.length, ...objects.map(reversed));
    return true;
  },
  "order of objects": (objects) => {
    objects.reverse();
    return true;
  },
  "names of routes": everyRoute((own, i) => {
    own.name = `route-${i}`;
  }),
  "full names": names(full),
  "short names": names(short),
  "subsets over rules": splitRule,
  "routes by gateway": splitRoutes,
  "matches as routes": splitMatches,
  "defaults written": written,
  "older version": older,
  "weights of another sum": everyRoute(({ route = [] }) => {
    for (const own of route.filter(({ weight }: Loose) => weight !== undefined)) {
      own.weight *= 3;
    }
  }),
  "order of destinations": everyRoute(({ route = [] }) => route.reverse()),
  "durations in milliseconds": everyRoute((own) => {
    if (own.timeout?.endsWith("ms") === false) {
      own.timeout = `${Number.parseFloat(own.timeout) * 1000}ms`;
    }
  }),
  "a subset that nobody uses": one("DestinationRule", ({ spec }) => {
    spec.subsets = [...(spec.subsets ?? []), { name: "unused", labels: { version: "v1" } }];
  }),
  "order of subsets": one("DestinationRule", ({ spec }) => spec.subsets?.reverse()),
  "labels of objects": (objects) => {
    for (const { kind, metadata } of objects) {
      if (["VirtualService", "DestinationRule", "AuthorizationPolicy"].includes(kind)) {
        metadata.labels = { team: "a" };
        metadata.annotations = { note: "b" };
      }
    }
    return true;
  },
  "name of a policy": one("AuthorizationPolicy", ({ metadata }) => {
    metadata.name = `a-${metadata.name}`;
  }),
  "order of rules": one("AuthorizationPolicy", ({ spec }) => spec.rules.reverse()),
  "order of hosts": one("Gateway", ({ spec }) =>
    spec.servers.forEach(({ hosts }: Loose) => {
      hosts.reverse();
    }),
  ),
  "hosts of any namespace": one("Gateway", ({ spec }) =>
    spec.servers.forEach((server: Loose) => {
      server.hosts = server.hosts.map((host: string) => `*/${host}`);
    }),
  ),
  "name of a server's port": one("Gateway", ({ spec }) => {
    spec.servers[0].port.name = "web";
  }),
  "name of mutual TLS": one("PeerAuthentication", ({ metadata }) => {
    metadata.name = `a-${metadata.name}`;
  }),
};
