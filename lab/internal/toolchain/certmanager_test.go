package toolchain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStampChartSetsTheVersionOfTheChartAndOfItsImages(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"Chart.yaml": "name: cert-manager\nversion: v0.0.0\nappVersion: v0.0.0\n"}), "Chart.yaml")
	if err := stampChart(file); err != nil {
		t.Fatal(err)
	}
	want := "name: cert-manager\nversion: " + certManager + "\nappVersion: " + certManager + "\n"
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("chart = %q, %v; want %q", got, err, want)
	}
}

func TestStampChartFailsWhereAVersionIsNotInItsPlace(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"Chart.yaml": "version: v0.0.0\nappVersion: v1.0.0\n"}), "Chart.yaml")
	if err := stampChart(file); err == nil || !strings.Contains(err.Error(), "v0.0.0 1 times") {
		t.Errorf("error = %v", err)
	}
}

func TestTheModuleBuildsTheCertManagerWhoseChartIsInstalled(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "modules", "cert-manager", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := certManagerModule + " " + certManager + "\n"; !strings.Contains(string(content), want) {
		t.Errorf("go.mod does not require %s", want)
	}
}
