package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/resource"
	"istio.io/istio/pkg/log"
)

// declaredSet is a set of objects that is judged as the whole of a cluster.
type declaredSet struct {
	Objects []json.RawMessage `json:"objects"`
	// MeshConfig is in its own names; without it, it is Istio's defaults.
	MeshConfig json.RawMessage `json:"meshConfig"`
}

// judgement is what all of istioctl's analyzers say of a set: "CODE Kind namespace/name" each, once, sorted.
type judgement struct {
	Messages []string `json:"messages"`
	// Error is why the set could not be read.
	Error string `json:"error"`
}

// analyzeObjects reads sets as JSON, one a line, and answers each with a judgement. It feeds analyzers what
// istioctl has from a cluster only: Pods, Deployments, namespaces, Secrets.
func analyzeObjects() error {
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(log.NoneLevel)
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, longestObject)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		var asked declaredSet
		if err := json.Unmarshal(input.Bytes(), &asked); err != nil {
			return err
		}
		messages, err := analyze(asked)
		answer := judgement{Messages: messages}
		if err != nil {
			answer.Error = err.Error()
		}
		if err := output.Encode(answer); err != nil {
			return err
		}
	}
	return input.Err()
}

func analyze(asked declaredSet) ([]string, error) {
	analyzer := local.NewIstiodAnalyzer(analyzers.AllCombined(), "", resource.Namespace(constants.IstioSystemNamespace), nil)
	content := bytes.Join(rawBytes(asked.Objects), []byte("\n---\n"))
	source := local.ReaderSource{Name: "set", Reader: bytes.NewReader(content)}
	if err := analyzer.AddTestReaderKubeSource([]local.ReaderSource{source}); err != nil {
		return nil, err
	}
	if len(asked.MeshConfig) > 0 {
		if err := withMeshConfig(analyzer, asked.MeshConfig); err != nil {
			return nil, err
		}
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := analyzer.Analyze(stop)
	if err != nil {
		return nil, err
	}
	told := make([]string, 0, len(result.Messages))
	for _, message := range result.Messages {
		told = append(told, message.Type.Code()+" "+resourceName(message))
	}
	slices.Sort(told)
	return slices.Compact(told), nil
}

func rawBytes(all []json.RawMessage) [][]byte {
	found := make([][]byte, len(all))
	for i, one := range all {
		found[i] = one
	}
	return found
}

// withMeshConfig goes by a file, the only way in which the analyzer takes one without a cluster.
func withMeshConfig(analyzer *local.IstiodAnalyzer, config []byte) error {
	file, err := os.CreateTemp("", "mesh-config-*.yaml")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if _, err := file.Write(config); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return analyzer.AddFileKubeMeshConfig(file.Name())
}

// resourceName is "Kind namespace/name", or nothing where a message is of no object.
func resourceName(message diag.Message) string {
	if message.Resource == nil || message.Resource.Origin == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(message.Resource.Origin.FriendlyName()))
}
