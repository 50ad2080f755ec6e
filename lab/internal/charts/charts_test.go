package charts

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"sigs.k8s.io/yaml"
)

func repository(t *testing.T, files map[string]string) *httptest.Server {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	handler, err := Handler(dir, map[string]string{"/extra.yaml": filepath.Join(dir, "base/Chart.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

const chartYAML = "apiVersion: v2\nname: base\nversion: 1.31.1\nappVersion: 1.31.1\n"

func get(t *testing.T, url string) []byte {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s, %v", url, response.Status, err)
	}
	return content
}

func TestIndexPointsAtTheArchiveItDescribes(t *testing.T) {
	server := repository(t, map[string]string{"base/Chart.yaml": chartYAML, "base/templates/a.yaml": "kind: A"})
	var list index
	if err := yaml.Unmarshal(get(t, server.URL+"/index.yaml"), &list); err != nil {
		t.Fatal(err)
	}
	base := list.Entries["base"][0]
	if base.Name != "base" || base.Version != "1.31.1" || base.AppVersion != "1.31.1" {
		t.Errorf("entry = %+v", base)
	}
	archive := get(t, server.URL+"/"+base.URLs[0])
	if digest := sha256.Sum256(archive); base.Digest != hex.EncodeToString(digest[:]) {
		t.Error("the digest is not the archive's")
	}
	if names := namesIn(t, archive); !reflect.DeepEqual(names, []string{"base/Chart.yaml", "base/templates/a.yaml"}) {
		t.Errorf("archive holds %v", names)
	}
}

func TestServesFilesAsTheyAre(t *testing.T) {
	server := repository(t, map[string]string{"base/Chart.yaml": chartYAML})
	if got := string(get(t, server.URL+"/extra.yaml")); got != chartYAML {
		t.Errorf("file = %q", got)
	}
}

func TestRefusesAChartWithoutVersion(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "base"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "base/Chart.yaml"), []byte("name: base\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Handler(dir, nil)
	if err == nil || err.Error() != "chart base: Chart.yaml has no name or version" {
		t.Errorf("error = %v", err)
	}
}

func namesIn(t *testing.T, archive []byte) []string {
	t.Helper()
	content, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for reader := tar.NewReader(content); ; {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, header.Name)
	}
}
