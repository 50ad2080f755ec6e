// Package charts serves a folder of Helm charts as a chart repository.
package charts

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"

	"sigs.k8s.io/yaml"
)

// metadata is what a repository index repeats of Chart.yaml.
type metadata struct {
	APIVersion  string `json:"apiVersion"`
	Name        string `json:"name"`
	Version     string `json:"version"`
	AppVersion  string `json:"appVersion,omitempty"`
	Description string `json:"description,omitempty"`
	Type        string `json:"type,omitempty"`
}

type entry struct {
	metadata `json:",inline"`
	Digest   string   `json:"digest"`
	URLs     []string `json:"urls"`
}

type index struct {
	APIVersion string             `json:"apiVersion"`
	Entries    map[string][]entry `json:"entries"`
	Generated  string             `json:"generated"`
}

// Handler packages every chart folder of dir and serves the archives with an index.yaml. files are
// served as they are, by URL path.
func Handler(dir string, files map[string]string) (http.Handler, error) {
	folders, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	list := index{APIVersion: "v1", Entries: map[string][]entry{}, Generated: "1970-01-01T00:00:00Z"}
	mux := http.NewServeMux()
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		chart, archive, err := pack(filepath.Join(dir, folder.Name()))
		if err != nil {
			return nil, fmt.Errorf("chart %s: %w", folder.Name(), err)
		}
		name := fmt.Sprintf("%s-%s.tgz", chart.Name, chart.Version)
		digest := sha256.Sum256(archive)
		list.Entries[chart.Name] = append(list.Entries[chart.Name], entry{metadata: chart, Digest: hex.EncodeToString(digest[:]), URLs: []string{name}})
		serve(mux, "/"+name, archive)
	}
	content, err := yaml.Marshal(list)
	if err != nil {
		return nil, err
	}
	serve(mux, "/index.yaml", content)
	for url, file := range files {
		mux.HandleFunc("GET "+url, func(response http.ResponseWriter, request *http.Request) {
			http.ServeFile(response, request, file)
		})
	}
	return mux, nil
}

func serve(mux *http.ServeMux, url string, content []byte) {
	mux.HandleFunc("GET "+url, func(response http.ResponseWriter, _ *http.Request) { _, _ = response.Write(content) })
}

// pack makes the archive that `helm package` would: one top folder named like the chart. Order and
// times are fixed, so the same folder always gives the same digest.
func pack(dir string) (metadata, []byte, error) {
	var chart metadata
	content, err := os.ReadFile(filepath.Join(dir, "Chart.yaml"))
	if err != nil {
		return chart, nil, err
	}
	if err := yaml.Unmarshal(content, &chart); err != nil {
		return chart, nil, err
	}
	if chart.Name == "" || chart.Version == "" {
		return chart, nil, fmt.Errorf("Chart.yaml has no name or version")
	}
	var out bytes.Buffer
	compressed := gzip.NewWriter(&out)
	archive := tar.NewWriter(compressed)
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		header := &tar.Header{Name: path.Join(chart.Name, name), Mode: 0o644, Size: int64(len(content)), Typeflag: tar.TypeReg}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		_, err = archive.Write(content)
		return err
	})
	if err != nil {
		return chart, nil, err
	}
	if err := archive.Close(); err != nil {
		return chart, nil, err
	}
	if err := compressed.Close(); err != nil {
		return chart, nil, err
	}
	return chart, out.Bytes(), nil
}
