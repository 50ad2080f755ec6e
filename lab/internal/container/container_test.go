package container

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The test binary is the container's entry too, as the lab's own binary is.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == EnterCommand {
		os.Stderr.WriteString(Enter(os.Args[2]).Error())
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func inside(t *testing.T, change func(*Spec), script string) (string, error) {
	t.Helper()
	output, err := entered(t, change, script).CombinedOutput()
	return strings.TrimSpace(string(output)), err
}

func entered(t *testing.T, change func(*Spec), script string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	spec := Spec{Root: filepath.Join(dir, "root"), Args: []string{"sh", "-c", script}, Env: []string{"PATH=/usr/bin:/bin", "WORD=hello"}}
	change(&spec)
	command, err := Command(self, dir, spec)
	if err != nil {
		t.Fatal(err)
	}
	return command
}

func TestTheProgramSeesItsOwnEnvironmentUserAndFolder(t *testing.T) {
	output, err := inside(t, func(spec *Spec) { spec.UID, spec.GID, spec.Dir = 1337, 1338, "/tmp" }, `echo "$WORD $(id -u) $(id -g) $(pwd) $HOME"`)
	if want := "hello 1337 1338 /tmp"; err != nil || output != want {
		t.Errorf("%q %v, want %q", output, err, want)
	}
}

func TestTheProgramSeesItsOwnProcessesOnly(t *testing.T) {
	output, err := inside(t, func(*Spec) {}, `echo $$; ls /proc | grep -c '^[0-9]'`)
	lines := strings.Fields(output)
	if err != nil || len(lines) != 2 || lines[0] != "1" || len(lines[1]) != 1 {
		t.Errorf("%q %v", output, err)
	}
}

func TestMountsShowAndHostFilesDoNot(t *testing.T) {
	volume := t.TempDir()
	if err := os.WriteFile(filepath.Join(volume, "token"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	hidden := filepath.Join(volume, "token")
	output, err := inside(t, func(spec *Spec) { spec.Mounts = []Mount{{Source: volume, Target: "/var/run/secrets/x"}} },
		`cat /var/run/secrets/x/token; test -e `+hidden+` || echo " hidden"`)
	if want := "secret hidden"; err != nil || output != want {
		t.Errorf("%q %v, want %q", output, err, want)
	}
}

func TestWhatIsWrittenOutsideAVolumeStaysInside(t *testing.T) {
	name := filepath.Base(t.TempDir()) + "-written-inside"
	output, err := inside(t, func(*Spec) {}, `echo x >/tmp/`+name+` && cat /tmp/`+name)
	if err != nil || output != "x" {
		t.Fatalf("%q %v", output, err)
	}
	if _, err := os.Stat("/tmp/" + name); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it shows on the host: %v", err)
	}
}

func TestAnotherUserWritesToStandardOutputByItsName(t *testing.T) {
	file := filepath.Join(t.TempDir(), "container.log")
	log, err := OpenLog(file)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	command := entered(t, func(spec *Spec) { spec.UID, spec.GID = 1337, 1337 }, `echo first; echo second >>/dev/stdout`)
	command.Stdout, command.Stderr = log, log
	runs := command.Run()
	content, err := os.ReadFile(file)
	if want := "first\nsecond\n"; runs != nil || err != nil || string(content) != want {
		t.Errorf("%q %v %v, want %q", content, runs, err, want)
	}
}

func TestAProgramThatIsMissingIsNamed(t *testing.T) {
	output, err := inside(t, func(spec *Spec) { spec.Args = []string{"no-such-program"} }, "")
	if err == nil || !strings.Contains(output, `"no-such-program"`) {
		t.Errorf("%q %v", output, err)
	}
}
