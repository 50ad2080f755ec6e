package labs

import (
	"os"
	"testing"
)

// after the command's name: state, 18 further fields, then the start time
const fields = " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 987654 19 20"

func TestStartField(t *testing.T) {
	for _, command := range []string{"lab", "Web Content", "a) S 1 (b", "((sd-pam))"} {
		got, err := startField("4242 (" + command + ")" + fields)
		if err != nil || got != "987654" {
			t.Errorf("command %q: start = %q, %v; want 987654", command, got, err)
		}
	}
}

func TestStartFieldOfAnEndedProcess(t *testing.T) {
	for name, stat := range map[string]string{
		"a zombie":  "4242 (lab) Z" + fields[2:],
		"cut short": "4242 (lab) S 1 2 3",
		"nothing":   "4242 (lab)",
	} {
		if got, err := startField(stat); err == nil || err.Error() != "process has ended" {
			t.Errorf("%s: %q, %v; want an ended process", name, got, err)
		}
	}
}

func TestStartFieldNamesWhatItCannotRead(t *testing.T) {
	if _, err := startField("garbage"); err == nil || err.Error() != `unexpected process state "garbage"` {
		t.Errorf("error = %v", err)
	}
}

func lab(t *testing.T) Layout {
	t.Helper()
	return Layout{Name: "dev", Dir: t.TempDir()}
}

func TestALabRunsWhileItsProcessDoes(t *testing.T) {
	layout := lab(t)
	started, err := startTime(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	want := record{PID: os.Getpid(), Started: started, Address: "127.0.0.1:4000"}
	if err := layout.writeRecord(want); err != nil {
		t.Fatal(err)
	}
	if got, alive := layout.running(); !alive || got != want {
		t.Errorf("running = %v, %t; want %v, true", got, alive, want)
	}
}

func TestAReusedProcessIDIsNotTheLab(t *testing.T) {
	layout := lab(t)
	if err := layout.writeRecord(record{PID: os.Getpid(), Started: "1"}); err != nil {
		t.Fatal(err)
	}
	if got, alive := layout.running(); alive {
		t.Errorf("process %d counts as the lab", got.PID)
	}
}

func TestALabWithoutReadableRecordDoesNotRun(t *testing.T) {
	broken := lab(t)
	if err := os.WriteFile(broken.record(), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, layout := range map[string]Layout{"no record": lab(t), "a broken record": broken} {
		if _, alive := layout.running(); alive {
			t.Errorf("%s: the lab counts as running", name)
		}
	}
}

func TestEnteringALabThatIsDownSaysHowToBringItUp(t *testing.T) {
	want := `lab "dev" is not running; bring it up with: lab/lab up --name dev`
	if _, err := lab(t).node(); err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}
