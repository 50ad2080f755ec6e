package kubelet

import (
	"errors"
	"strings"
	"testing"
)

func TestWithoutMetricsProviderTakesOutThatProviderOnly(t *testing.T) {
	for _, c := range []struct{ name, mesh, want string }{
		{"only metrics", "defaultProviders:\n  metrics:\n  - prometheus\n", "defaultProviders: {}\n"},
		{"others stay", "defaultProviders:\n  accessLogging:\n  - envoy\n  metrics:\n  - prometheus\nrootNamespace: istio-system\n", "defaultProviders:\n  accessLogging:\n  - envoy\nrootNamespace: istio-system\n"},
		{"no providers", "trustDomain: cluster.local\n", "trustDomain: cluster.local\n"},
		{"an empty object", "{}", "{}\n"},
		{"metrics elsewhere", "extensionProviders:\n- name: metrics\n", "extensionProviders:\n- name: metrics\n"},
	} {
		if got, err := withoutMetricsProvider(c.mesh); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestWithoutMetricsProviderRefusesWhatIsNoObject(t *testing.T) {
	for _, mesh := range []string{"- a\n- b\n", "a: b: c"} {
		if got, err := withoutMetricsProvider(mesh); err == nil || !strings.HasPrefix(err.Error(), "mesh config: ") {
			t.Errorf("withoutMetricsProvider(%q) = %q, %v; want an error of the mesh config", mesh, got, err)
		}
	}
}

func TestMeshConfigFileReadsTheConfigMapOfItsRevision(t *testing.T) {
	for revision, want := range map[string]string{"": "istio", "default": "istio", "1-31": "istio-1-31"} {
		var asked string
		files, err := meshConfigFile(fileSource{
			namespace: "istio-system",
			env:       map[string]string{"REVISION": revision},
			configMap: func(namespace, name string) (map[string]string, error) {
				asked = namespace + "/" + name
				return map[string]string{"mesh": "trustDomain: td\n"}, nil
			},
		})
		if asked != "istio-system/"+want {
			t.Errorf("revision %q reads %s, want istio-system/%s", revision, asked, want)
		}
		if err != nil || len(files) != 1 || files["/etc/istio/config/mesh"] != "trustDomain: td\n" {
			t.Errorf("revision %q: files %q, %v", revision, files, err)
		}
	}
}

func TestMeshConfigFileNamesTheConfigMapThatItCannotUse(t *testing.T) {
	_, err := meshConfigFile(fileSource{namespace: "istio-system", configMap: func(string, string) (map[string]string, error) {
		return map[string]string{"mesh": "- no object"}, nil
	}})
	if err == nil || !strings.HasPrefix(err.Error(), "ConfigMap istio-system/istio: mesh config: ") {
		t.Errorf("error = %v", err)
	}
}

func TestMeshConfigFileWaitsForItsConfigMap(t *testing.T) {
	_, err := meshConfigFile(fileSource{configMap: func(string, string) (map[string]string, error) { return nil, errAway }})
	if !errors.Is(err, errAway) {
		t.Errorf("error = %v, want %v", err, errAway)
	}
}
