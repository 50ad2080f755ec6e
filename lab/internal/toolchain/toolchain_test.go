package toolchain

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// toolbox is a list of tasks as the lab has them: some provide several tools, one none.
var toolbox = []task{
	{name: "node-packages"},
	{name: "kubernetes-clients", provides: []string{"kubectl", "helm"}},
	{name: "charts", provides: []string{"charts"}, after: []string{"istio"}},
	{name: "istio", provides: []string{"istio", "istioctl"}},
	{name: "shellcheck", provides: []string{"shellcheck"}, apart: true},
}

func namesOf(tasks []task) []string {
	names := []string{}
	for _, task := range tasks {
		names = append(names, task.name)
	}
	return names
}

func TestChoose(t *testing.T) {
	for _, c := range []struct{ names, want []string }{
		{nil, []string{"node-packages", "kubernetes-clients", "charts", "istio"}},
		{[]string{"helm"}, []string{"kubernetes-clients"}},
		{[]string{"helm", "kubectl"}, []string{"kubernetes-clients"}},
		{[]string{"istioctl", "kubectl"}, []string{"kubernetes-clients", "istio"}},
		{[]string{"charts"}, []string{"charts", "istio"}},
		{[]string{"node-packages"}, []string{"node-packages"}},
		{[]string{"shellcheck", "helm"}, []string{"kubernetes-clients", "shellcheck"}},
	} {
		chosen, err := choose(toolbox, c.names)
		if got := namesOf(chosen); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("choose(%q) = %q, %v; want %q", c.names, got, err, c.want)
		}
	}
}

func TestChooseNamesEveryToolThereIs(t *testing.T) {
	_, err := choose(toolbox, []string{"helm", "docker"})
	if want := `no tool "docker"; there are: charts, helm, istio, istioctl, kubectl, shellcheck`; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

func TestEveryTaskOfTheLabNeedsOnlyTasksThatNeedNothing(t *testing.T) {
	// choose looks one step far.
	tasks := New(Options{}).tasks
	for _, task := range tasks {
		for _, name := range task.after {
			needed, found := provider(tasks, name)
			if !found || needed.name != name || len(needed.after) > 0 {
				t.Errorf("%s comes after %s: found %t, which comes after %q", task.name, name, found, needed.after)
			}
		}
	}
}

func TestNoToolOfTheLabIsProvidedTwice(t *testing.T) {
	by := map[string]string{}
	for _, task := range New(Options{}).tasks {
		for _, name := range task.provides {
			if other, found := by[name]; found {
				t.Errorf("%s is provided by %s and %s", name, other, task.name)
			}
			by[name] = task.name
		}
	}
}

func TestPathOfWhatWasMade(t *testing.T) {
	made := &Toolchain{tasks: toolbox, dirs: map[string]string{"kubernetes-clients": "/cache/tools/kubernetes-clients/0123"}}
	got, err := made.Path("helm")
	if want := "/cache/tools/kubernetes-clients/0123/bin/helm"; err != nil || got != want {
		t.Errorf("path = %s, %v; want %s", got, err, want)
	}
}

func TestPathOfWhatWasNotMade(t *testing.T) {
	for name, want := range map[string]string{
		"istioctl": "istioctl has not been made",
		"docker":   `no tool "docker"; there are: charts, helm, istio, istioctl, kubectl, shellcheck`,
	} {
		if got, err := (&Toolchain{tasks: toolbox}).Path(name); err == nil || err.Error() != want {
			t.Errorf("path of %s = %s, %v; want %s", name, got, err, want)
		}
	}
}

func TestLinkAllPointsAtTheNewestOutput(t *testing.T) {
	made := &Toolchain{tasks: toolbox[1:2], dirs: map[string]string{}}
	dir := filepath.Join(t.TempDir(), "bin")
	for _, output := range []string{"/cache/old", "/cache/new"} {
		made.dirs["kubernetes-clients"] = output
		if err := made.LinkAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"kubectl", "helm"} {
		if got, err := os.Readlink(filepath.Join(dir, name)); err != nil || got != "/cache/new/bin/"+name {
			t.Errorf("%s -> %s, %v; want /cache/new/bin/%s", name, got, err, name)
		}
	}
}

func TestLinkAllLeavesOutWhatALabCanDoWithout(t *testing.T) {
	made := &Toolchain{tasks: toolbox[4:], dirs: map[string]string{"shellcheck": "/cache/shellcheck"}}
	dir := t.TempDir()
	if err := made.LinkAll(dir); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("folder holds %v, %v; want nothing", entries, err)
	}
}

func TestLinkAllFailsForWhatWasNotMade(t *testing.T) {
	err := (&Toolchain{tasks: toolbox}).LinkAll(t.TempDir())
	if want := "kubectl has not been made"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}
