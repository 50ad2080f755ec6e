package kubelet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	corev1 "k8s.io/api/core/v1"

	"istio-mesh/lab/internal/container"
)

// tokenSource issues service-account tokens bound to the Pod; it renews them before they expire.
type tokenSource interface {
	Token(pod *corev1.Pod, audience string, seconds int64) (string, error)
}

// volumeFiles works out the files of a volume by their path in it. A volume without files of its
// own (emptyDir, a claim, a host path) is an empty folder.
func volumeFiles(pod *corev1.Pod, volume corev1.Volume, objects objectReader, tokens tokenSource) (map[string][]byte, error) {
	files := map[string][]byte{}
	var err error
	switch {
	case volume.ConfigMap != nil:
		err = addConfigMap(files, pod.Namespace, volume.ConfigMap.Name, volume.ConfigMap.Items, isTrue(volume.ConfigMap.Optional), objects)
	case volume.Secret != nil:
		err = addSecret(files, pod.Namespace, volume.Secret.SecretName, volume.Secret.Items, isTrue(volume.Secret.Optional), objects)
	case volume.DownwardAPI != nil:
		err = addDownward(files, pod, volume.DownwardAPI.Items)
	case volume.Projected != nil:
		for _, source := range volume.Projected.Sources {
			if err = addProjection(files, pod, source, objects, tokens); err != nil {
				break
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("volume %s: %w", volume.Name, err)
	}
	return files, nil
}

func addProjection(files map[string][]byte, pod *corev1.Pod, source corev1.VolumeProjection, objects objectReader, tokens tokenSource) error {
	switch {
	case source.ServiceAccountToken != nil:
		request := source.ServiceAccountToken
		seconds := int64(3600)
		if request.ExpirationSeconds != nil {
			seconds = *request.ExpirationSeconds
		}
		token, err := tokens.Token(pod, request.Audience, seconds)
		if err != nil {
			return err
		}
		files[request.Path] = []byte(token)
	case source.ConfigMap != nil:
		return addConfigMap(files, pod.Namespace, source.ConfigMap.Name, source.ConfigMap.Items, isTrue(source.ConfigMap.Optional), objects)
	case source.Secret != nil:
		return addSecret(files, pod.Namespace, source.Secret.Name, source.Secret.Items, isTrue(source.Secret.Optional), objects)
	case source.DownwardAPI != nil:
		return addDownward(files, pod, source.DownwardAPI.Items)
	}
	return nil
}

func addConfigMap(files map[string][]byte, namespace, name string, items []corev1.KeyToPath, optional bool, objects objectReader) error {
	data, found, err := objects.ConfigMap(namespace, name)
	if err := present(found, optional, "ConfigMap", namespace, name, err); err != nil {
		return err
	}
	content := map[string][]byte{}
	for key, value := range data {
		content[key] = []byte(value)
	}
	addItems(files, content, items)
	return nil
}

func addSecret(files map[string][]byte, namespace, name string, items []corev1.KeyToPath, optional bool, objects objectReader) error {
	data, found, err := objects.Secret(namespace, name)
	if err := present(found, optional, "Secret", namespace, name, err); err != nil {
		return err
	}
	addItems(files, data, items)
	return nil
}

func addItems(files, content map[string][]byte, items []corev1.KeyToPath) {
	if len(items) == 0 {
		for key, value := range content {
			files[key] = value
		}
		return
	}
	for _, item := range items {
		if value, found := content[item.Key]; found {
			files[item.Path] = value
		}
	}
}

func addDownward(files map[string][]byte, pod *corev1.Pod, items []corev1.DownwardAPIVolumeFile) error {
	for _, item := range items {
		if item.FieldRef == nil {
			continue
		}
		value, err := fieldValue(pod, item.FieldRef.FieldPath)
		if err != nil {
			return err
		}
		files[item.Path] = []byte(value)
	}
	return nil
}

// writeFiles brings a folder up to date. A file is replaced in one step, so that a reader never
// sees half of it, and left alone when it already says the same, so that watchers stay quiet.
func writeFiles(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path+".new", content, 0o644); err != nil {
			return err
		}
		if err := os.Rename(path+".new", path); err != nil {
			return err
		}
	}
	return nil
}

// volumeMounts shows the Pod's volumes where the container asks for them.
func volumeMounts(volumesDir string, spec *corev1.Container) []container.Mount {
	mounts := make([]container.Mount, 0, len(spec.VolumeMounts))
	for _, mount := range spec.VolumeMounts {
		mounts = append(mounts, container.Mount{
			Source: filepath.Join(volumesDir, mount.Name, mount.SubPath),
			Target: mount.MountPath,
		})
	}
	return mounts
}
