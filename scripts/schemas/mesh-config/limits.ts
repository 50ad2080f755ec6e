import type { FieldShape } from "../../../schemas/mesh-config-shape";

/** What a field may hold where the API's type says less, or another thing. */
export const limits: Readonly<Record<string, FieldShape>> = {
  "LabelExpression.operator": ["In", "NotIn", "Exists", "DoesNotExist"],
  "MeshOutlierDetection.maxEjectionPercent": "percentage",
  "MeshOutlierDetection.minHealthPercent": "percentage",
  "ProbeHttp.scheme": ["HTTP", "HTTPS"],
  "ProxyImage.imageType": ["default", "debug", "distroless"],
  "ProxyTracing.sampling": "percentage",
  // A header is whole with one of two fields, which its type says.
  "OtlpGrpc.initialMetadata": "any",
  "OtlpHttp.headers": "any",
  "ZipkinProvider.headers": "any",
  // 0 is no port, and means that there is none.
  "MeshConfig.proxyHttpPort": "count",
};
