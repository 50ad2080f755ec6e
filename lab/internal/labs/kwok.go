package labs

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sigs.k8s.io/yaml"

	"istio-mesh/lab/internal/kubelet"
)

// stageFolders are kwok's own stages, as the toolchain links them.
var stageFolders = []string{"kwok-node-stages", "kwok-heartbeat-stages", "kwok-pod-stages"}

// kwokConfig joins kwok's own stages into one file, with those for Pods narrowed to the Pods that
// the lab's kubelet left to kwok.
func kwokConfig(bin string) (string, error) {
	var files []string
	for _, folder := range stageFolders {
		found, err := filepath.Glob(filepath.Join(bin, folder, "*.yaml"))
		if err != nil {
			return "", err
		}
		if len(found) == 0 {
			return "", fmt.Errorf("no kwok stages in %s", filepath.Join(bin, folder))
		}
		files = append(files, found...)
	}
	sort.Strings(files)
	var documents []string
	for _, file := range files {
		if filepath.Base(file) == "kustomization.yaml" {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		document, err := narrow(content)
		if err != nil {
			return "", fmt.Errorf("%s: %w", file, err)
		}
		documents = append(documents, document)
	}
	return strings.Join(documents, "---\n"), nil
}

func narrow(stage []byte) (string, error) {
	var document struct {
		APIVersion string         `json:"apiVersion"`
		Kind       string         `json:"kind"`
		Metadata   map[string]any `json:"metadata"`
		Spec       map[string]any `json:"spec"`
	}
	if err := yaml.Unmarshal(stage, &document); err != nil {
		return "", err
	}
	if ref, _ := document.Spec["resourceRef"].(map[string]any); ref["kind"] == "Pod" {
		selector, ok := document.Spec["selector"].(map[string]any)
		if !ok {
			return "", fmt.Errorf("a Pod stage without selector")
		}
		expressions, _ := selector["matchExpressions"].([]any)
		selector["matchExpressions"] = append(expressions, map[string]any{
			"key":      fmt.Sprintf(".metadata.annotations[%q]", kubelet.FakeAnnotation),
			"operator": "In",
			"values":   []any{"true"},
		})
	}
	content, err := yaml.Marshal(document)
	return string(content), err
}
