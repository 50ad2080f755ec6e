import assert from "node:assert/strict";
import { meshSettingProblems, proxySettingProblems, proxySettings } from "./mesh-settings";

const told = (config: object): string[] =>
  meshSettingProblems(config).map(
    ({ setting, message, refusesAll }) =>
      `${refusesAll ? "refused" : "ignored"} ${setting}: ${message}`,
  );

describe("settings of the mesh that istiod does not understand", () => {
  it("may be written in either form of their names, and numbers as texts", () => {
    const config = {
      access_log_file: "/dev/stdout",
      connectTimeout: "10s",
      proxyListenPort: "15001",
      enableTracing: null,
      defaultConfig: {
        concurrency: 2,
        tracing: { sampling: "12.5" },
        image: { imageType: "fips" },
      },
      extensionProviders: [{ name: "a", zipkin: { service: "z.b.svc", port: 9411 } }],
      trustDomainAliases: ["old"],
      somethingOfTomorrow: 7,
    };
    assert.deepEqual(told(config), []);
  });

  const cases: readonly [what: string, config: object, says: string[]][] = [
    [
      "a word of no enum",
      { accessLogEncoding: "json" },
      ['refused accessLogEncoding: "json" is unknown; allowed: TEXT, JSON; did you mean "JSON"?'],
    ],
    [
      "a flag among texts",
      { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: true } } },
      [
        "refused defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE: true is no text; put it between quotes",
      ],
    ],
    [
      "a text where a flag is",
      { enableAutoMtls: "true" },
      ['refused enableAutoMtls: "true" is neither true nor false'],
    ],
    [
      "a number where a time is",
      { connectTimeout: 10 },
      ["refused connectTimeout: 10 is not a duration"],
    ],
    [
      "a time without a unit",
      { connectTimeout: "10" },
      [
        'refused connectTimeout: "10" is not a duration; write for example "250ms", "2s" or "1m30s"',
      ],
    ],
    [
      "no number",
      { proxyListenPort: "a", defaultConfig: { concurrency: 1.5, tracing: { sampling: "all" } } },
      [
        'refused proxyListenPort: "a" is not the number of a port',
        "refused defaultConfig.concurrency: 1.5 is not a whole number",
        'refused defaultConfig.tracing.sampling: "all" is not a number',
      ],
    ],
    [
      "a map where a list is, and the other way round",
      { extensionProviders: { name: "a" }, defaultConfig: [] },
      [
        'refused extensionProviders: {"name":"a"} is not a list',
        "refused defaultConfig: [] is not a map",
      ],
    ],
    [
      "two ways of preferring places nearby",
      {
        localityLbSetting: {
          distribute: [{ from: "a", to: { a: 100 } }],
          failover: [{ from: "a", to: "b" }],
        },
      },
      ["refused localityLbSetting.failover: distribute excludes it"],
    ],
    [
      "a format of logs that is none of their encoding",
      { accessLogEncoding: "JSON", accessLogFormat: "%START_TIME%" },
      [
        "ignored accessLogFormat: is not JSON, as accessLogEncoding says: istiod takes its own format",
      ],
    ],
    [
      "a misspelt name",
      { extensionProviders: [{ name: "a", envoyExtAuthzHTTPS: {} }] },
      [
        'ignored extensionProviders[0].envoyExtAuthzHTTPS: "envoyExtAuthzHTTPS" is unknown; did you mean "envoyExtAuthzHttp"?',
      ],
    ],
    [
      "a setting of proxies beside those of the mesh",
      { holdApplicationUntilProxyStarts: true },
      [
        "ignored holdApplicationUntilProxyStarts: is a setting of proxies; write it below defaultConfig",
      ],
    ],
  ];
  for (const [what, config, says] of cases) {
    it(`are ${what}`, () => assert.deepEqual(told(config), says));
  }

  it("are settings of the mesh among those of a proxy", () => {
    assert.deepEqual(
      proxySettingProblems({ accessLogFile: "", defaultConfig: {}, zipkinAddress: "z:9411" }).map(
        ({ message }) => message,
      ),
      [
        "is a setting of the mesh, not of a proxy",
        "is where the mesh config has the settings of proxies; write them here without it",
      ],
    );
  });
});

describe("the annotation of a proxy's settings", () => {
  it("is a map of YAML, or nothing", () => {
    assert.deepEqual(
      ["", "concurrency: 1", "- a", "a: ["].map((text) => proxySettings(text)),
      [
        { settings: {} },
        { settings: { concurrency: 1 } },
        { problem: "is not a map of the proxy's settings" },
        { problem: "is not YAML" },
      ],
    );
  });
});
