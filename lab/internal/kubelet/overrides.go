package kubelet

import (
	"fmt"

	"sigs.k8s.io/yaml"
)

// The lab carries traffic with upstream Envoy, which lacks the filters that only Istio's build of
// Envoy has. These are the lab's only departures from what the charts ask of istiod:
//   - no metadata exchange and no ALPN filter (environment of istiod),
//   - no istio.stats filter (no default metrics provider in the mesh config that istiod reads).
var stockEnvoy = map[string]string{
	"PILOT_ENABLE_METADATA_EXCHANGE": "false",
	"PILOT_ENABLE_ALPN_FILTER":       "false",
}

// meshConfigPath is where istiod looks before it asks the API for its ConfigMap.
const meshConfigPath = "/etc/istio/config/mesh"

// fileSource is what a program's own files are made from.
type fileSource struct {
	namespace string
	env       map[string]string
	configMap func(namespace, name string) (map[string]string, error)
}

func meshConfigFile(source fileSource) (map[string]string, error) {
	name := "istio"
	if revision := source.env["REVISION"]; revision != "" && revision != "default" {
		name += "-" + revision
	}
	data, err := source.configMap(source.namespace, name)
	if err != nil {
		return nil, err
	}
	mesh, err := withoutMetricsProvider(data["mesh"])
	if err != nil {
		return nil, fmt.Errorf("ConfigMap %s/%s: %w", source.namespace, name, err)
	}
	return map[string]string{meshConfigPath: mesh}, nil
}

func withoutMetricsProvider(mesh string) (string, error) {
	config := map[string]any{}
	if err := yaml.Unmarshal([]byte(mesh), &config); err != nil {
		return "", fmt.Errorf("mesh config: %w", err)
	}
	if providers, ok := config["defaultProviders"].(map[string]any); ok {
		delete(providers, "metrics")
	}
	out, err := yaml.Marshal(config)
	return string(out), err
}
