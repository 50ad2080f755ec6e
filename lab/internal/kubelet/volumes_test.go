package kubelet

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	corev1 "k8s.io/api/core/v1"

	"istio-mesh/lab/internal/container"
)

func texts(files map[string][]byte) map[string]string {
	out := map[string]string{}
	for name, content := range files {
		out[name] = string(content)
	}
	return out
}

func projected(sources ...corev1.VolumeProjection) corev1.VolumeSource {
	return corev1.VolumeSource{Projected: &corev1.ProjectedVolumeSource{Sources: sources}}
}

func tokenFor(audience string, seconds *int64) corev1.VolumeProjection {
	return corev1.VolumeProjection{ServiceAccountToken: &corev1.ServiceAccountTokenProjection{Path: "token", Audience: audience, ExpirationSeconds: seconds}}
}

func TestVolumeFiles(t *testing.T) {
	twelveHours := int64(43200)
	items := []corev1.KeyToPath{{Key: "color", Path: "etc/paint"}}
	fields := []corev1.DownwardAPIVolumeFile{{Path: "labels", FieldRef: &corev1.ObjectFieldSelector{FieldPath: "metadata.labels"}}}
	for _, c := range []struct {
		name   string
		source corev1.VolumeSource
		want   map[string]string
	}{
		{"a ConfigMap", corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: named("settings")}}, map[string]string{"color": "blue", "size": "XL"}},
		{"chosen keys of a ConfigMap", corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: named("settings"), Items: items}}, map[string]string{"etc/paint": "blue"}},
		{"an optional ConfigMap that is missing", corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: named("nowhere"), Optional: yes()}}, map[string]string{}},
		{"a Secret", corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: "login"}}, map[string]string{"user": "eva", "password": "apple"}},
		{"chosen keys of a Secret", corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: "login", Items: []corev1.KeyToPath{{Key: "user", Path: "name"}}}}, map[string]string{"name": "eva"}},
		{"an optional Secret that is missing", corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: "nowhere", Optional: yes()}}, map[string]string{}},
		{"the downward API", corev1.VolumeSource{DownwardAPI: &corev1.DownwardAPIVolumeSource{Items: fields}}, map[string]string{"labels": "app=\"cart\"\nversion=\"v1\""}},
		{"a token with the usual life", projected(tokenFor("", nil)), map[string]string{"token": `token of cart-1 for "", 3600 s`}},
		{"a token for an audience", projected(tokenFor("istio-ca", &twelveHours)), map[string]string{"token": `token of cart-1 for "istio-ca", 43200 s`}},
		{"several projections", projected(
			tokenFor("", nil),
			corev1.VolumeProjection{ConfigMap: &corev1.ConfigMapProjection{LocalObjectReference: named("settings"), Items: items}},
			corev1.VolumeProjection{Secret: &corev1.SecretProjection{LocalObjectReference: named("login")}},
			corev1.VolumeProjection{DownwardAPI: &corev1.DownwardAPIProjection{Items: fields}},
		), map[string]string{"token": `token of cart-1 for "", 3600 s`, "etc/paint": "blue", "user": "eva", "password": "apple", "labels": "app=\"cart\"\nversion=\"v1\""}},
		{"an emptyDir", corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{}}, map[string]string{}},
		{"a host path", corev1.VolumeSource{HostPath: &corev1.HostPathVolumeSource{Path: "/etc"}}, map[string]string{}},
	} {
		files, err := volumeFiles(cart(), corev1.Volume{Name: "v", VolumeSource: c.source}, shop, shop)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := texts(files); !maps.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestVolumeFilesNamesTheVolumeAndWhatIsMissing(t *testing.T) {
	unknown := []corev1.DownwardAPIVolumeFile{{Path: "phase", FieldRef: &corev1.ObjectFieldSelector{FieldPath: "status.phase"}}}
	for _, c := range []struct {
		source corev1.VolumeSource
		want   string
	}{
		{corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: named("nowhere")}}, "volume v: ConfigMap shop/nowhere not found"},
		{corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: "nowhere"}}, "volume v: Secret shop/nowhere not found"},
		{corev1.VolumeSource{DownwardAPI: &corev1.DownwardAPIVolumeSource{Items: unknown}}, `volume v: fieldPath "status.phase" is not one that the lab knows`},
		{projected(corev1.VolumeProjection{ConfigMap: &corev1.ConfigMapProjection{LocalObjectReference: named("nowhere")}}, tokenFor("", nil)), "volume v: ConfigMap shop/nowhere not found"},
	} {
		if _, err := volumeFiles(cart(), corev1.Volume{Name: "v", VolumeSource: c.source}, shop, shop); err == nil || err.Error() != c.want {
			t.Errorf("error = %v, want %s", err, c.want)
		}
	}
}

func TestVolumeFilesFailsWhenTheAPIIsAway(t *testing.T) {
	for name, source := range map[string]corev1.VolumeSource{
		"optional ConfigMap": {ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: named("settings"), Optional: yes()}},
		"optional Secret":    {Secret: &corev1.SecretVolumeSource{SecretName: "login", Optional: yes()}},
		"token":              projected(tokenFor("", nil)),
	} {
		if _, err := volumeFiles(cart(), corev1.Volume{Name: "v", VolumeSource: source}, failing{}, failing{}); !errors.Is(err, errAway) {
			t.Errorf("%s: error = %v, want %v", name, err, errAway)
		}
	}
}

func TestWriteFilesWritesBelowTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "volume")
	if err := writeFiles(dir, map[string][]byte{"a": []byte("1"), "deep/er/b": []byte("2")}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a": "1", "deep/er/b": "2"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestWriteFilesLeavesNothingElseBehind(t *testing.T) {
	dir := t.TempDir()
	for _, content := range []string{"1", "2"} {
		if err := writeFiles(dir, map[string][]byte{"a": []byte(content)}); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "a" {
		t.Errorf("folder holds %v, %v; want a only", entries, err)
	}
}

func TestWriteFilesMakesAFolderThatEveryUserCanWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "empty")
	if err := writeFiles(dir, nil); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != 0o777 {
		t.Errorf("mode = %o, want 777", got)
	}
}

func TestWriteFilesTouchesOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	inode := func(name string) os.FileInfo {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	if err := writeFiles(dir, map[string][]byte{"same": []byte("1"), "changed": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	same, changed := inode("same"), inode("changed")
	if err := writeFiles(dir, map[string][]byte{"same": []byte("1"), "changed": []byte("2")}); err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(same, inode("same")) {
		t.Error("an unchanged file was replaced")
	}
	if os.SameFile(changed, inode("changed")) {
		t.Error("a changed file was written in place, where a reader sees half of it")
	}
}

func TestVolumeMountsShowVolumesAndPartsOfThem(t *testing.T) {
	spec := &corev1.Container{VolumeMounts: []corev1.VolumeMount{
		{Name: "certs", MountPath: "/etc/certs"},
		{Name: "settings", MountPath: "/etc/app/color", SubPath: "color"},
	}}
	want := []container.Mount{
		{Source: "/pods/uid-1/volumes/certs", Target: "/etc/certs"},
		{Source: "/pods/uid-1/volumes/settings/color", Target: "/etc/app/color"},
	}
	if got := volumeMounts("/pods/uid-1/volumes", spec); !slices.Equal(got, want) {
		t.Errorf("mounts = %v, want %v", got, want)
	}
}
