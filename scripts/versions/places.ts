import versions from "../../versions.json";

/** Where a file that cannot read versions.json names a version of it. */
export interface Place {
  /** End of the file's path. */
  file: string;
  /** The text around the version, which stands in it as `…`. */
  text: string;
  version: string;
}

const { istio, gatewayApiManifest, certManager, envoy, bookinfo } = versions;

/** What a user reads or copies; the lab's Go code is written as a whole. */
export const places: readonly Place[] = [
  { file: "Pulumi.dev.yaml", text: "    version: …\n", version: istio },
  { file: "Pulumi.ambient.yaml", text: "    version: …\n", version: istio },
  { file: "Pulumi.coolstore.yaml", text: "    version: …\n", version: istio },
  { file: "Pulumi.mixed.yaml", text: "    version: …\n", version: istio },
  { file: "Pulumi.production.yaml", text: "    version: …\n", version: istio },
  { file: "README.md", text: "what the lab calls …, charts included", version: istio },
  { file: "README.md", text: "**Envoy** is upstream's …,", version: envoy },
  { file: "examples/control-plane/index.ts", text: '    version: "…"', version: istio },
  { file: "examples/cert-manager/index.ts", text: '{ version: "v…" }', version: certManager },
  { file: "/control-plane-args.ts", text: '   * @default "…"\n', version: istio },
  { file: "/control-plane-args.ts", text: "channel of release … on", version: gatewayApiManifest },
  { file: "/gateway-chart-args.ts", text: 'the control plane\'s, or `"…"`', version: istio },
  { file: "/addons-args.ts", text: '   * @default "…"\n', version: istio },
  { file: "/bookinfo-args.ts", text: '   * @default "…"\n', version: bookinfo },
  { file: "/cert-manager-args.ts", text: '   * @default "v…"\n', version: certManager },
  {
    file: "/standalone-envoy-args.ts",
    text: '   * @default "docker.io/envoyproxy/envoy:v…"\n',
    version: envoy,
  },
];
