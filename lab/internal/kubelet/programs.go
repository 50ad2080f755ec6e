// Package kubelet runs real processes for the Pods whose images it knows, each Pod in its own
// network namespace under its own Pod IP, and reports their state to the API server the way a
// kubelet does. Pods it does not know are left to kwok, which pretends that they run.
package kubelet

import (
	"path"
	"strings"

	"istio-mesh/lab/internal/apps"
)

// program is what stands in for an image.
type program struct {
	// entrypoint is run when the container names no command.
	entrypoint []string
	// uid is the image's own user; a securityContext overrides it.
	uid int
	// env is added after the container's own variables and wins over them.
	env map[string]string
	// files are written by the lab and shown to the program: path inside the container → content.
	files func(source fileSource) (map[string]string, error)
}

const (
	proxyUID = 1337
	appUID   = 1000
	envoyUID = 101
)

// programFor finds the stand-in for an image reference, by its repository's last part.
func programFor(image string) (program, bool) {
	name := imageName(image)
	switch {
	case name == "pilot":
		return program{entrypoint: []string{"/usr/local/bin/pilot-discovery"}, uid: proxyUID, env: stockEnvoy, files: meshConfigFile}, true
	case name == "proxyv2":
		return program{entrypoint: []string{"/usr/local/bin/pilot-agent"}}, true
	case name == "curl" || name == "sleep":
		return program{entrypoint: []string{"/bin/sleep", "infinity"}, uid: appUID}, true
	case name == "httpbin" || name == "go-httpbin":
		return application("httpbin")
	case strings.HasPrefix(name, bookinfoPrefix):
		return application("bookinfo-" + strings.TrimPrefix(name, bookinfoPrefix))
	case certManagerPrograms[name]:
		return program{entrypoint: []string{"/usr/local/bin/" + name}, uid: appUID}, true
	case name == "envoy":
		return program{entrypoint: []string{"/usr/local/bin/envoy"}, uid: envoyUID}, true
	case path.Base(path.Dir(image)) == coolstoreOwner:
		return application("coolstore-" + name)
	}
	return program{}, false
}

const bookinfoPrefix = "examples-bookinfo-"

var certManagerPrograms = map[string]bool{
	"cert-manager-controller":      true,
	"cert-manager-webhook":         true,
	"cert-manager-cainjector":      true,
	"cert-manager-startupapicheck": true,
}

// coolstoreOwner is the folder of the Coolstore's images: their names alone are anybody's.
const coolstoreOwner = "istioinaction"

// AppCommand is the hidden subcommand of the lab's binary that serves a stand-in application.
const AppCommand = "__app"

// LabPath is where containers find the lab's own binary.
const LabPath = "/usr/local/bin/lab"

// application is nothing for images of an application that have no stand-in.
func application(name string) (program, bool) {
	if !apps.Known(name) {
		return program{}, false
	}
	return program{entrypoint: []string{LabPath, AppCommand, name}, uid: appUID}, true
}

// imageName is the last path element of an image reference without tag and digest.
func imageName(image string) string {
	image, _, _ = strings.Cut(image, "@")
	name := path.Base(image)
	name, _, _ = strings.Cut(name, ":")
	return name
}
