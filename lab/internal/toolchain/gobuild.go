package toolchain

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

func (t *Toolchain) goTask(build goBuild) task {
	return task{
		name:     build.module,
		provides: append([]string{build.module}, build.links...),
		compiles: true,
		expected: build.expected,
		key: func(ctx context.Context) (string, error) {
			content, err := hashFolder(t.moduleDir(build.module))
			if err != nil {
				return "", err
			}
			platform, err := goPlatform(ctx)
			if err != nil {
				return "", err
			}
			host := t.pulumiOnHost(ctx)[build.module]
			return keyOf(append([]string{content, platform, host}, build.arguments("")...)...), nil
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			bin := filepath.Join(dir, "bin")
			if host := t.pulumiOnHost(ctx)[build.module]; host != "" {
				return os.Symlink(host, filepath.Join(bin, build.module))
			}
			command := exec.CommandContext(ctx, "go", build.arguments(filepath.Join(bin, build.module))...)
			command.Dir = t.moduleDir(build.module)
			command.Env = goEnvironment(os.Environ())
			if err := run(command, log); err != nil {
				return err
			}
			for _, link := range build.links {
				if err := os.Symlink(build.module, filepath.Join(bin, link)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (t *Toolchain) moduleDir(module string) string {
	return filepath.Join(t.options.Root, "lab", "modules", module)
}

// arguments are those of the go command.
func (b goBuild) arguments(output string) []string {
	names := make([]string, 0, len(b.variables))
	for name := range b.variables {
		names = append(names, name)
	}
	sort.Strings(names)
	linker := "-s -w"
	for _, name := range names {
		linker += fmt.Sprintf(" -X %s=%s", name, b.variables[name])
	}
	arguments := []string{"build", "-trimpath", "-pgo=off", "-tags", b.tags, "-ldflags", linker}
	if b.gcflags != "" {
		arguments = append(arguments, "-gcflags", b.gcflags)
	}
	return append(arguments, "-o", output, b.pkg)
}

// vetArguments are the build's as far as compiled packages depend on them.
func (b goBuild) vetArguments() []string {
	arguments := []string{"vet", "-trimpath", "-pgo=off", "-tags", b.tags}
	if b.gcflags != "" {
		arguments = append(arguments, "-gcflags", b.gcflags)
	}
	return append(arguments, b.pkg)
}

// built says whether a module was compiled here, be it in an earlier state; a program that was found
// on PATH is a link.
func (t *Toolchain) built(module string) bool {
	binaries, _ := filepath.Glob(filepath.Join(t.options.Cache, "tools", module, "*", "bin", module))
	return slices.ContainsFunc(binaries, func(binary string) bool {
		info, err := os.Lstat(binary)
		return err == nil && info.Mode().IsRegular()
	})
}

// Vet looks at the modules' own files. With the flags of the build, what is built is not compiled
// again; a module that is not built yet is left out, and named.
func (t *Toolchain) Vet(ctx context.Context) error {
	for _, build := range goBuilds {
		if build.pkg != "." {
			continue
		}
		if !t.built(build.module) {
			fmt.Fprintf(t.options.Out, "%s is not vetted, as it is not built; lab/lab prepare builds it\n", build.module)
			continue
		}
		command := exec.CommandContext(ctx, "go", build.vetArguments()...)
		command.Dir = t.moduleDir(build.module)
		command.Env = goEnvironment(os.Environ())
		if err := run(command, t.options.Out); err != nil {
			return err
		}
	}
	return nil
}

// goEnvironment keeps the caller's proxy and cache settings and fixes what changes the result.
// GOGC=400 saves a seventh of the compile time for memory that a build machine has.
func goEnvironment(environ []string) []string {
	own := map[string]string{"CGO_ENABLED": "0", "GOGC": "400", "GOFLAGS": "-mod=readonly", "GOWORK": "off"}
	var env []string
	for _, entry := range environ {
		name, _, _ := strings.Cut(entry, "=")
		if _, replaced := own[name]; !replaced {
			env = append(env, entry)
		}
	}
	for name, value := range own {
		env = append(env, name+"="+value)
	}
	return env
}

func goPlatform(ctx context.Context) (string, error) {
	output, err := exec.CommandContext(ctx, "go", "env", "GOVERSION", "GOOS", "GOARCH").Output()
	if err != nil {
		return "", fmt.Errorf("go env: %w (is Go on PATH?)", err)
	}
	return string(output), nil
}

// run runs a command with its output in the log. A cancelled command is ended with its children:
// the go command leaves its compilers running otherwise.
func run(command *exec.Cmd, log io.Writer) error {
	fmt.Fprintf(log, "$ %s\n", strings.Join(command.Args, " "))
	command.Stdout, command.Stderr = log, log
	endWithChildren(command)
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(command.Args[0]), err)
	}
	return nil
}
