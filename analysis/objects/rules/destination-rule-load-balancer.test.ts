import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { destinationRuleRules } from "./destination-rule";

const judged = { rules: destinationRuleRules, kind: "DestinationRule" };
const at = "spec.trafficPolicy.loadBalancer";
const balanced = (loadBalancer: object, more: object = { outlierDetection: {} }) => ({
  host: "a",
  trafficPolicy: { loadBalancer, ...more },
});
const hash = (consistentHash: object) => balanced({ consistentHash });
const hashAt = `${at}.consistentHash`;

const hashes: RuleCase[] = [
  ["a cookie", hash({ httpCookie: { name: "c", ttl: "0s" } })],
  [
    "a cookie without name",
    hash({ httpCookie: { name: "" } }),
    [`error ${hashAt}.httpCookie.name`],
  ],
  [
    "a cookie with a time without unit",
    hash({ httpCookie: { name: "c", ttl: "5" } }),
    [`error ${hashAt}.httpCookie.ttl`],
  ],
  ["attributes", hash({ httpCookie: { name: "c", attributes: [{ name: "a" }, { name: "b" }] } })],
  [
    "an attribute twice",
    hash({ httpCookie: { name: "c", attributes: [{ name: "a" }, { name: "a" }] } }),
    [`error ${hashAt}.httpCookie.attributes[1].name`],
  ],
  [
    "an attribute without name",
    hash({ httpCookie: { name: "c", attributes: [{ name: "" }] } }),
    [`error ${hashAt}.httpCookie.attributes[0].name`],
  ],
  [
    "an outdated size",
    hash({ useSourceIp: true, minimumRingSize: 1 }),
    [`warning ${hashAt}.minimumRingSize`],
  ],
  ["an outdated size of 0", hash({ useSourceIp: true, minimumRingSize: 0 })],
  [
    "an outdated size and a ring",
    hash({ minimumRingSize: 1, ringHash: {} }),
    [`warning ${hashAt}.minimumRingSize`, `error ${hashAt}.minimumRingSize`],
  ],
  [
    "an outdated size and maglev",
    hash({ minimumRingSize: 1, maglev: { tableSize: 7 } }),
    [`warning ${hashAt}.minimumRingSize`, `error ${hashAt}.minimumRingSize`],
  ],
  ["a prime table", hash({ maglev: { tableSize: 4999999 } })],
  ["a table of 4", hash({ maglev: { tableSize: 4 } }), [`error ${hashAt}.maglev.tableSize`]],
  ["a table of 9", hash({ maglev: { tableSize: 9 } }), [`error ${hashAt}.maglev.tableSize`]],
  ["a table of 2", hash({ maglev: { tableSize: 2 } })],
  ["a table of 1", hash({ maglev: { tableSize: 1 } })],
  ["no table", hash({ maglev: {} }), [`error ${hashAt}.maglev.tableSize`]],
  [
    "a table too large",
    hash({ maglev: { tableSize: 5000011 } }),
    [`error ${hashAt}.maglev.tableSize`],
  ],
  ["a table not known yet", hash({ maglev: { tableSize: unknown } })],
];

const warmups: RuleCase[] = [
  ["a time", balanced({ warmup: { duration: "1s", aggression: 0.1 } })],
  [
    "a time with microseconds",
    balanced({ warmup: { duration: "1001us" } }),
    [`error ${at}.warmup.duration`],
  ],
  [
    "no aggression",
    balanced({ warmup: { duration: "1s", aggression: 0 } }),
    [`error ${at}.warmup.aggression`],
  ],
];

const local = (localityLbSetting: object, more?: object) => balanced({ localityLbSetting }, more);
const localAt = `${at}.localityLbSetting`;
const spread = (...distribute: object[]) => local({ distribute });
const half = { "us/a": 50, "us/b": 50 };
const failover = [{ from: "us", to: "eu" }];

const distributions: RuleCase[] = [
  ["shares", spread({ from: "us/*", to: half })],
  [
    "shares of 99",
    spread({ from: "us", to: { "us/a": 50, "us/b": 49 } }),
    [`error ${localAt}.distribute[0].to`],
  ],
  [
    "a share of 0",
    spread({ from: "us", to: { us: 100, eu: 0 } }),
    [`error ${localAt}.distribute[0].to.eu`],
  ],
  [
    "a share of 101",
    spread({ from: "us", to: { us: 101 } }),
    [`error ${localAt}.distribute[0].to.us`],
  ],
  ["no shares", spread({ from: "us" }), [`error ${localAt}.distribute[0].to`]],
  ["a share not known yet", spread({ from: "us", to: { us: unknown, eu: 1 } })],
  [
    "a wildcard inside",
    spread({ from: "us/*/a", to: half }),
    [`error ${localAt}.distribute[0].from`],
  ],
  ["an empty zone", spread({ from: "us//a", to: half }), [`error ${localAt}.distribute[0].from`]],
  ["no source", spread({ to: half }), [`error ${localAt}.distribute[0].from`]],
  [
    "an empty target",
    spread({ from: "us", to: { "us/": 100 } }),
    [`error ${localAt}.distribute[0].to["us/"]`],
  ],
  [
    "sources apart",
    spread({ from: "us/a/*", to: half }, { from: "us/b", to: half }, { from: "us/c/d", to: half }),
  ],
  [
    "a source of one before",
    spread({ from: "us/*", to: half }, { from: "us/a", to: half }),
    [`error ${localAt}.distribute[1].from`],
  ],
  ["a source before its wildcard", spread({ from: "us/a", to: half }, { from: "us/*", to: half })],
  [
    "a source before its region",
    spread({ from: "us/a", to: half }, { from: "us", to: half }),
    [`error ${localAt}.distribute[1].from`],
  ],
  [
    "everything before",
    spread({ from: "*", to: half }, { from: "us", to: half }),
    [`error ${localAt}.distribute[1].from`],
  ],
  [
    "a subzone of a zone before",
    spread({ from: "us/a", to: half }, { from: "us/a/b", to: half }),
    [`error ${localAt}.distribute[1].from`],
  ],
  ["two subzones", spread({ from: "us/a/b", to: half }, { from: "us/a/c", to: half })],
  [
    "the same subzone",
    spread({ from: "us/a/b", to: half }, { from: "us/a/b", to: half }),
    [`error ${localAt}.distribute[1].from`],
  ],
  [
    "targets that are the same",
    spread({ from: "us", to: { us: 50, "us/a": 50 } }),
    [`error ${localAt}.distribute[0].to["us/a"]`],
  ],
];

const failovers: RuleCase[] = [
  ["a failover", local({ failover })],
  [
    "distribute and failover",
    local({ distribute: [{ from: "us", to: { us: 100 } }], failover }),
    [`error ${localAt}.failover`],
  ],
  ["no outlier detection", local({ failover }, {}), [`warning ${localAt}.failover`]],
  [
    "priorities without outlier detection",
    local({ failoverPriority: ["a"] }, {}),
    [`warning ${localAt}.failoverPriority`],
  ],
  ["outlier detection not known yet", local({ failover }, { outlierDetection: unknown })],
  [
    "the same region",
    local({ failover: [{ from: "us", to: "us" }] }),
    [`error ${localAt}.failover[0].to`],
  ],
  ["no regions", local({ failover: [{}] }), [`error ${localAt}.failover[0].to`]],
  ["a region not known yet", local({ failover: [{ from: unknown, to: unknown }] })],
  [
    "a zone",
    local({ failover: [{ from: "us/a", to: "eu" }] }),
    [`error ${localAt}.failover[0].from`],
  ],
  [
    "a wildcard",
    local({ failover: [{ from: "us", to: "*" }] }),
    [`error ${localAt}.failover[0].to`],
  ],
  [
    "labels of the topology",
    local({ failover, failoverPriority: ["topology.istio.io/subzone"] }),
    [`error ${localAt}.failoverPriority[0]`],
  ],
  [
    "labels of the topology without failover",
    local({ failoverPriority: ["topology.kubernetes.io/zone"] }),
  ],
  ["other labels", local({ failover, failoverPriority: ["a=b"] })],
];

const zoned = (zoneAwareLbSetting: object, more?: object) => balanced({ zoneAwareLbSetting }, more);
const zonedAt = `${at}.zoneAwareLbSetting`;
const zones: RuleCase[] = [
  ["a failover", zoned({ failover })],
  [
    "beside localityLbSetting",
    balanced({ localityLbSetting: {}, zoneAwareLbSetting: {} }),
    [`error ${zonedAt}`],
  ],
  [
    "labels of the topology",
    zoned({ failoverPriority: ["topology.kubernetes.io/region", "a"] }),
    [`error ${zonedAt}.failoverPriority[0]`],
  ],
  ["no outlier detection", zoned({ failover }, {}), [`warning ${zonedAt}.failover`]],
  [
    "the same region",
    zoned({ failover: [{ from: "us", to: "us" }] }),
    [`error ${zonedAt}.failover[0].to`],
  ],
  [
    "a zone",
    zoned({ failover: [{ from: "us", to: "eu/a" }] }),
    [`error ${zonedAt}.failover[0].to`],
  ],
  [
    "a wildcard",
    zoned({ failover: [{ from: "*", to: "eu" }] }),
    [`error ${zonedAt}.failover[0].from`],
  ],
];

const ofSubset = (loadBalancer: object) => ({
  host: "a",
  subsets: [{ name: "v1", trafficPolicy: { loadBalancer } }],
});
const dropped: RuleCase[] = [
  ["warnings of a subset", ofSubset({ localityLbSetting: { failover } })],
  [
    "warnings of a port",
    {
      host: "a",
      trafficPolicy: {
        portLevelSettings: [
          { port: { number: 1 }, loadBalancer: { localityLbSetting: { failover } } },
        ],
      },
    },
  ],
];

describe("destinationRuleRules for load balancers", () => {
  ruleCases("consistentHash", judged, hashes);
  ruleCases("warmup", judged, warmups);
  ruleCases("distribute", judged, distributions);
  ruleCases("failover", judged, failovers);
  ruleCases("zoneAwareLbSetting", judged, zones);
  ruleCases("what istiod drops", judged, dropped);
});
