package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// longestObject bounds one line of the input.
const longestObject = 16 << 20

// verdict is what the real parts say of one object; "" is yes.
type verdict struct {
	// Definition is what the API server says by the custom resource definition.
	Definition string `json:"definition"`
	// Webhook is what istiod says; not asked after a no of the API server.
	Webhook  string   `json:"webhook"`
	Warnings []string `json:"warnings"`
}

// judgeObjects reads objects as JSON, one a line, and answers each with a verdict. The arguments are
// files with custom resource definitions.
func judgeObjects() error {
	known, err := readDefinitions(os.Args[1:])
	if err != nil {
		return err
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, longestObject)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		answer, err := judge(known, input.Bytes())
		if err != nil {
			return err
		}
		if err := output.Encode(answer); err != nil {
			return err
		}
	}
	return input.Err()
}

func judge(known definitions, line []byte) (verdict, error) {
	object := &unstructured.Unstructured{}
	// It reads numbers as the API server does: whole ones are integers.
	if err := object.UnmarshalJSON(line); err != nil {
		return verdict{}, fmt.Errorf("%s: %w", line, err)
	}
	if err := known.refuse(object); err != nil {
		return verdict{Definition: err.Error()}, nil
	}
	return askIstiod(line)
}

// askIstiod does what istiod's webhook does.
func askIstiod(line []byte) (verdict, error) {
	var object crd.IstioKind
	if err := json.Unmarshal(line, &object); err != nil {
		return verdict{Webhook: err.Error()}, nil
	}
	kind := object.GroupVersionKind()
	schema, known := collections.PilotGatewayAPI().FindByGroupKind(resource.FromKubernetesGVK(&kind))
	// The webhook is asked for Istio's own kinds only.
	if !known || !strings.HasSuffix(kind.Group, ".istio.io") {
		return verdict{}, nil
	}
	config, err := crd.ConvertObject(schema, &object, constants.DefaultClusterLocalDomain)
	if err != nil {
		return verdict{Webhook: err.Error()}, nil
	}
	warnings, err := schema.ValidateConfig(*config)
	if err != nil {
		return verdict{Webhook: err.Error()}, nil
	}
	if warnings == nil {
		return verdict{}, nil
	}
	return verdict{Warnings: []string{warnings.Error()}}, nil
}
