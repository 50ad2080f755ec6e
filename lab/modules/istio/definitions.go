package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/yaml"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// definition is what the API server makes of one version of a custom resource definition.
type definition struct {
	structural *structuralschema.Structural
	schema     validation.SchemaCreateValidator
	rules      *cel.Validator
}

type definitions map[schema.GroupVersionKind]definition

func readDefinitions(files []string) (definitions, error) {
	all := definitions{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader(content), 4096)
		for {
			var published apiextensionsv1.CustomResourceDefinition
			if err := decoder.Decode(&published); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			if published.Kind != "CustomResourceDefinition" {
				continue
			}
			if err := all.add(&published); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return all, nil
}

func (d definitions) add(published *apiextensionsv1.CustomResourceDefinition) error {
	var internal apiextensions.CustomResourceDefinition
	if err := apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(published, &internal, nil); err != nil {
		return err
	}
	for _, version := range internal.Spec.Versions {
		own := version.Schema
		// The conversion moves a schema that all versions share to the top.
		if own == nil {
			own = internal.Spec.Validation
		}
		structural, err := structuralschema.NewStructural(own.OpenAPIV3Schema)
		if err != nil {
			return err
		}
		checker, _, err := validation.NewSchemaValidator(own.OpenAPIV3Schema)
		if err != nil {
			return err
		}
		kind := schema.GroupVersionKind{Group: internal.Spec.Group, Version: version.Name, Kind: internal.Spec.Names.Kind}
		d[kind] = definition{structural: structural, schema: checker, rules: cel.NewValidator(structural, true, celconfig.PerCallLimit)}
	}
	return nil
}

// refuse says why the API server would not take the object, under strict field validation.
func (d definitions) refuse(object *unstructured.Unstructured) error {
	own, known := d[object.GroupVersionKind()]
	if !known {
		return fmt.Errorf("no definition of %s", object.GroupVersionKind())
	}
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	if unknown := pruning.PruneWithOptions(object.DeepCopy().Object, own.structural, true, options); len(unknown) > 0 {
		return fmt.Errorf("unknown fields %v", unknown)
	}
	defaulting.Default(object.Object, own.structural)
	if err := validation.ValidateCustomResource(nil, object.Object, own.schema).ToAggregate(); err != nil {
		return err
	}
	if err := listtype.ValidateListSetsAndMaps(nil, own.structural, object.Object).ToAggregate(); err != nil {
		return err
	}
	broken, _ := own.rules.Validate(context.Background(), nil, own.structural, object.Object, nil, celconfig.RuntimeCELCostBudget)
	if len(broken) > 0 {
		return broken.ToAggregate()
	}
	return nil
}
