package labs

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// place is where a command runs: the lab's node, or one of its Pods.
type place struct {
	namespace string // path of the network namespace, seen from the host
	etc       string // folder with hosts and resolv.conf
}

// node is the lab's node.
func (l Layout) node() (place, error) {
	r, err := l.mustRun()
	if err != nil {
		return place{}, err
	}
	return place{namespace: fmt.Sprintf("/proc/%d/ns/net", r.PID), etc: l.etc()}, nil
}

func (l Layout) mustRun() (record, error) {
	r, alive := l.running()
	if !alive {
		return record{}, fmt.Errorf("lab %q is not running; bring it up with: lab/lab up --name %s", l.Name, l.Name)
	}
	return r, nil
}

// pod finds a Pod that runs real processes, by "namespace/name" where name may be the beginning of
// the Pod's name, such as its Deployment's.
func (l Layout) pod(reference string) (place, error) {
	r, err := l.mustRun()
	if err != nil {
		return place{}, err
	}
	namespace, name, ok := strings.Cut(reference, "/")
	if !ok || namespace == "" || name == "" {
		return place{}, fmt.Errorf("%q is not a Pod; write namespace/pod or namespace/deployment", reference)
	}
	root := fmt.Sprintf("/proc/%d/root", r.PID)
	entries, err := os.ReadDir(filepath.Join(root, networks))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return place{}, err
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	found, err := choosePod(names, namespace, name)
	if err != nil {
		return place{}, err
	}
	return place{namespace: filepath.Join(root, networks, found), etc: filepath.Join(l.etc(), found)}, nil
}

// choosePod picks the Pod called name, else the first one that belongs to the workload called name.
func choosePod(running []string, namespace, name string) (string, error) {
	var candidates []string
	for _, entry := range running {
		pod, ok := strings.CutPrefix(entry, namespace+"_")
		switch {
		case !ok:
		case pod == name:
			return entry, nil
		case strings.HasPrefix(pod, name+"-"):
			candidates = append(candidates, entry)
		}
	}
	if len(candidates) > 0 {
		return candidates[0], nil
	}
	known := "none"
	if len(running) > 0 {
		known = strings.ReplaceAll(strings.Join(running, ", "), "_", "/")
	}
	return "", fmt.Errorf("no Pod %s/%s with real processes; there are: %s", namespace, name, known)
}

// Exec replaces the calling process by a command that runs on the lab's node, or in the network of a
// Pod when one is named. It returns only on failure.
func (l Layout) Exec(pod string, command, env []string) error {
	where, err := l.node()
	if pod != "" {
		where, err = l.pod(pod)
	}
	if err != nil {
		return err
	}
	program, err := exec.LookPath(command[0])
	if err != nil {
		return err
	}
	// Never unlocked: the process is replaced from this very thread.
	runtime.LockOSThread()
	if err := where.enter(); err != nil {
		return err
	}
	return fmt.Errorf("run %s: %w", program, syscall.Exec(program, command, env))
}

// enter moves the calling thread into the place. The host's files stay as they are, but for the two
// that name other machines.
func (p place) enter() error {
	namespace, err := os.Open(p.namespace)
	if err != nil {
		return err
	}
	defer namespace.Close()
	if err := unix.Unshare(unix.CLONE_NEWNS); err != nil {
		return fmt.Errorf("private mounts: %w (a lab is entered as the user who brought it up)", err)
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("private mounts: %w", err)
	}
	for _, name := range []string{"hosts", "resolv.conf"} {
		target, err := filepath.EvalSymlinks("/etc/" + name)
		if err != nil {
			continue
		}
		if err := unix.Mount(filepath.Join(p.etc, name), target, "", unix.MS_BIND, ""); err != nil {
			return fmt.Errorf("show %s: %w", target, err)
		}
	}
	if err := unix.Setns(int(namespace.Fd()), unix.CLONE_NEWNET); err != nil {
		return fmt.Errorf("enter network of the lab: %w", err)
	}
	return nil
}

// Environment is what kubectl, pulumi and friends need to use the lab, on top of the caller's own.
// A kubeconfig of the caller is never passed on.
func (l Layout) Environment() []string {
	return overlay(os.Environ(), union(pulumiEnvironment(l.pulumi()), map[string]string{
		"PATH":             l.Bin() + ":" + os.Getenv("PATH"),
		"KUBECONFIG":       l.Kubeconfig(),
		"ISTIO_MESH_LAB":   l.Name,
		chartsVariable:     ChartRepository,
		gatewayAPIVariable: ChartRepository + gatewayAPIPath,
		addonsVariable:     filepath.Join(l.Bin(), "addons"),
	}))
}

// Toolbox says where the lab's tools lie.
type Toolbox interface {
	Path(tool string) (string, error)
	Bins() []string
}

// ToolsEnvironment is what a program needs that renders with the lab's tools and talks to no
// cluster. state is the folder of its Pulumi state, made where it is missing.
func ToolsEnvironment(tools Toolbox, state string) ([]string, error) {
	charts, err := tools.Path("charts")
	if err != nil {
		return nil, err
	}
	gatewayAPI, err := tools.Path("gateway-api.yaml")
	if err != nil {
		return nil, err
	}
	addons, err := tools.Path("addons")
	if err != nil {
		return nil, err
	}
	if err := createPulumiDirs(state); err != nil {
		return nil, err
	}
	return overlay(os.Environ(), union(pulumiEnvironment(state), map[string]string{
		"PATH": strings.Join(append(tools.Bins(), os.Getenv("PATH")), ":"),
		// No file is there: a command that asks for a cluster by mistake finds none.
		"KUBECONFIG":       filepath.Join(state, "no-cluster"),
		chartsVariable:     charts,
		gatewayAPIVariable: gatewayAPI,
		addonsVariable:     addons,
	})), nil
}

// createPulumiDirs makes the folders that pulumiEnvironment names, which Pulumi does not.
func createPulumiDirs(dir string) error {
	for _, name := range []string{"state", "home"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			return err
		}
	}
	return withoutCommandLogs(filepath.Join(dir, "home"))
}

// withoutCommandLogs keeps Pulumi from logging each of its commands with all properties of all
// objects, compressed and encrypted, which takes two thirds of its time and can be switched off by
// no variable. Where the folder for it cannot be made, Pulumi goes on without.
func withoutCommandLogs(home string) error {
	file, err := os.OpenFile(filepath.Join(home, "logs"), os.O_CREATE|os.O_EXCL, 0o444)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return file.Close()
}

func pulumiEnvironment(dir string) map[string]string {
	return map[string]string{
		// Collecting garbage less often saves a tenth of a preview's time; the memory is there.
		"GOGC":                     "400",
		"PULUMI_BACKEND_URL":       "file://" + filepath.Join(dir, "state"),
		"PULUMI_HOME":              filepath.Join(dir, "home"),
		"PULUMI_CONFIG_PASSPHRASE": "",
		"PULUMI_SKIP_UPDATE_CHECK": "true",
		// The language host that can be built is older than the CLI and reads no options of a
		// Pulumi.yaml: it would check the types of a whole program before every run.
		"PULUMI_NODEJS_TRANSPILE_ONLY":                "true",
		"PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK":    "true",
		"PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
		"PULUMI_K8S_SUPPRESS_HELM_HOOK_WARNINGS":      "true",
	}
}

func union(first, second map[string]string) map[string]string {
	maps.Copy(first, second)
	return first
}

// overlay replaces or adds variables; one by which the caller chose what is installed stays.
func overlay(environ []string, own map[string]string) []string {
	var out []string
	for _, entry := range environ {
		name, _, _ := strings.Cut(entry, "=")
		if _, replaced := own[name]; replaced && !callersChoice[name] {
			continue
		}
		if callersChoice[name] {
			delete(own, name)
		}
		out = append(out, entry)
	}
	for name, value := range own {
		out = append(out, name+"="+value)
	}
	return out
}

// What tells a program where it finds what it would otherwise download.
const (
	chartsVariable     = "ISTIO_MESH_CHARTS"
	gatewayAPIVariable = "ISTIO_MESH_GATEWAY_API"
	addonsVariable     = "ISTIO_MESH_ADDONS"
)

var callersChoice = map[string]bool{chartsVariable: true, gatewayAPIVariable: true, addonsVariable: true}
