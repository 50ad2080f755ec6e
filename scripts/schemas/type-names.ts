/**
 * Names for types that several fields share, by kind and the shortest path. Without one a type is
 * called after that path.
 */
export const typeNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  VirtualService: {
    "spec.http.corsPolicy.allowOrigins": "VirtualServiceStringMatch",
    "spec.http.mirror": "VirtualServiceDestination",
    "spec.http.headers": "VirtualServiceHeaders",
    "spec.http.headers.request": "VirtualServiceHeaderOperations",
    "spec.http.mirrorPercentage": "VirtualServicePercent",
  },
  DestinationRule: {
    "spec.trafficPolicy": "TrafficPolicy",
    "spec.trafficPolicy.loadBalancer": "LoadBalancerSettings",
    "spec.trafficPolicy.connectionPool": "ConnectionPoolSettings",
    "spec.trafficPolicy.outlierDetection": "OutlierDetection",
    "spec.trafficPolicy.tls": "ClientTlsSettings",
    "spec.trafficPolicy.portLevelSettings": "PortTrafficPolicy",
    "spec.subsets": "Subset",
  },
};
