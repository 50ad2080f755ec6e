package labs

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

const podStage = `apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: pod-ready
spec:
  resourceRef:
    apiGroup: v1
    kind: Pod
  selector:
    matchExpressions:
    - key: '.metadata.deletionTimestamp'
      operator: 'DoesNotExist'
  next:
    statusTemplate: |
      phase: Running
`

const nodeStage = `apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: node-heartbeat
spec:
  resourceRef:
    apiGroup: v1
    kind: Node
  next:
    statusTemplate: |
      phase: Running
`

func parse(t *testing.T, document string) map[string]any {
	t.Helper()
	var out map[string]any
	if err := yaml.Unmarshal([]byte(document), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func narrowed(t *testing.T, stage string) map[string]any {
	t.Helper()
	out, err := narrow([]byte(stage))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, out)
}

var fakeOnly = map[string]any{
	"key": `.metadata.annotations["lab.istio-mesh.dev/fake"]`, "operator": "In", "values": []any{"true"},
}

func TestNarrowAddsOneExpressionToAPodStage(t *testing.T) {
	want := parse(t, podStage)
	selector := want["spec"].(map[string]any)["selector"].(map[string]any)
	selector["matchExpressions"] = append(selector["matchExpressions"].([]any), fakeOnly)
	if got := narrowed(t, podStage); !reflect.DeepEqual(got, want) {
		t.Errorf("stage = %v, want %v", got, want)
	}
}

func TestNarrowKeepsLabelSelectorsOfAPodStage(t *testing.T) {
	stage := strings.Replace(podStage, "matchExpressions:\n    - key: '.metadata.deletionTimestamp'\n      operator: 'DoesNotExist'", "matchLabels: {a: b}", 1)
	want := map[string]any{"matchLabels": map[string]any{"a": "b"}, "matchExpressions": []any{fakeOnly}}
	if got := narrowed(t, stage)["spec"].(map[string]any)["selector"]; !reflect.DeepEqual(got, want) {
		t.Errorf("selector = %v, want %v", got, want)
	}
}

func TestNarrowLeavesOtherStagesAlone(t *testing.T) {
	if got, want := narrowed(t, nodeStage), parse(t, nodeStage); !reflect.DeepEqual(got, want) {
		t.Errorf("stage = %v, want %v", got, want)
	}
}

func TestNarrowRefusesAPodStageThatSelectsEverything(t *testing.T) {
	_, err := narrow([]byte("spec:\n  resourceRef:\n    kind: Pod\n"))
	if err == nil || err.Error() != "a Pod stage without selector" {
		t.Errorf("error = %v", err)
	}
}

// binWith holds kwok's stages by "<folder>/<file>".
func binWith(t *testing.T, files map[string]string) string {
	t.Helper()
	bin := t.TempDir()
	for name, content := range files {
		file := filepath.Join(bin, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return bin
}

func TestKwokConfigJoinsEveryStage(t *testing.T) {
	config, err := kwokConfig(binWith(t, map[string]string{
		"kwok-node-stages/node.yaml":           nodeStage,
		"kwok-node-stages/kustomization.yaml":  "resources: [node.yaml]\n",
		"kwok-heartbeat-stages/heartbeat.yaml": strings.Replace(nodeStage, "node-heartbeat", "lease", 1),
		"kwok-pod-stages/pod.yaml":             podStage,
		"kwok-pod-stages/README.md":            "no stage",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, document := range strings.Split(config, "---\n") {
		names = append(names, parse(t, document)["metadata"].(map[string]any)["name"].(string))
	}
	if want := []string{"lease", "node-heartbeat", "pod-ready"}; !reflect.DeepEqual(names, want) {
		t.Errorf("stages = %q, want %q", names, want)
	}
}

func TestKwokConfigNarrowsPodStages(t *testing.T) {
	config, err := kwokConfig(binWith(t, map[string]string{
		"kwok-node-stages/node.yaml": nodeStage, "kwok-heartbeat-stages/node.yaml": nodeStage, "kwok-pod-stages/pod.yaml": podStage,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(config, "lab.istio-mesh.dev/fake"); got != 1 {
		t.Errorf("%d stages are narrowed, want 1:\n%s", got, config)
	}
}

func TestKwokConfigNamesAFolderWithoutStages(t *testing.T) {
	bin := binWith(t, map[string]string{"kwok-node-stages/node.yaml": nodeStage, "kwok-heartbeat-stages/node.yaml": nodeStage})
	_, err := kwokConfig(bin)
	if want := "no kwok stages in " + filepath.Join(bin, "kwok-pod-stages"); err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

func TestKwokConfigNamesTheFileThatItCannotUse(t *testing.T) {
	bin := binWith(t, map[string]string{
		"kwok-node-stages/node.yaml": nodeStage, "kwok-heartbeat-stages/node.yaml": nodeStage, "kwok-pod-stages/all.yaml": "spec: {resourceRef: {kind: Pod}}",
	})
	_, err := kwokConfig(bin)
	if want := filepath.Join(bin, "kwok-pod-stages", "all.yaml") + ": a Pod stage without selector"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}
