package labs

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// clock advances by step at every look.
func clock(step time.Duration) func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time {
		now = now.Add(step)
		return now
	}
}

func TestStepsReportBeginAndEnd(t *testing.T) {
	var out bytes.Buffer
	if err := (steps{out: &out, now: clock(1500 * time.Millisecond)}).run("network", "lab.log", func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	want := `{"step":"network","done":false}` + "\n" + `{"step":"network","done":true,"seconds":1.5}` + "\n"
	if out.String() != want {
		t.Errorf("events = %s, want %s", out.String(), want)
	}
}

func TestStepsReportAFailureWithItsLog(t *testing.T) {
	var out bytes.Buffer
	cause := errors.New("no veth")
	err := steps{out: &out, now: time.Now}.run("network", "/logs/lab.log", func() error { return cause })
	if !errors.Is(err, cause) || err.Error() != "network: no veth" {
		t.Errorf("error = %v, want network: no veth", err)
	}
	want := `{"step":"network","done":false}` + "\n" + `{"step":"network","done":false,"error":"no veth","log":"/logs/lab.log"}` + "\n"
	if out.String() != want {
		t.Errorf("events = %s, want %s", out.String(), want)
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestStepsGoOnWhenNobodyListens(t *testing.T) {
	if err := (steps{out: closedPipe{}, now: time.Now}).run("network", "", func() error { return nil }); err != nil {
		t.Errorf("error = %v", err)
	}
}

func TestFollowPrintsFinishedStepsUntilTheLabIsReady(t *testing.T) {
	var out bytes.Buffer
	err := follow(strings.NewReader(`{"step":"network"}
{"step":"network","done":true,"seconds":0.04}
{"step":"etcd and API server"}
{"step":"etcd and API server","done":true,"seconds":12.34}
{"step":"ready","done":true}
{"step":"never read","done":true}
`), &out)
	want := "  network                              0.0 s\n  etcd and API server                 12.3 s\n"
	if err != nil || out.String() != want {
		t.Errorf("printed %q, %v; want %q", out.String(), err, want)
	}
}

func TestFollowUnderstandsWhatStepsSend(t *testing.T) {
	var events, out bytes.Buffer
	s := steps{out: &events, now: clock(time.Second)}
	_ = s.run("network", "", func() error { return nil })
	s.send(event{Step: lastStep, Done: true})
	if err := follow(&events, &out); err != nil || out.String() != "  network                              1.0 s\n" {
		t.Errorf("printed %q, %v", out.String(), err)
	}
}

func TestFollowFails(t *testing.T) {
	for name, c := range map[string]struct{ events, want string }{
		"a step failed":          {`{"step":"network","error":"no veth"}`, "network: no veth"},
		"the events end early":   {`{"step":"network","done":true}`, "the lab ended while it was coming up"},
		"nothing was said":       {"", "the lab ended while it was coming up"},
		"something else is said": {"panic: no event", `unexpected event "panic: no event"`},
	} {
		if err := follow(strings.NewReader(c.events), &bytes.Buffer{}); err == nil || err.Error() != c.want {
			t.Errorf("%s: error = %v, want %s", name, err, c.want)
		}
	}
}

func TestFailureShowsTheEndOfItsLog(t *testing.T) {
	var content string
	for line := 1; line <= 20; line++ {
		content += fmt.Sprintf("line %d\n", line)
	}
	log := filepath.Join(t.TempDir(), "kwok.log")
	if err := os.WriteFile(log, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	want := "controllers: no nodes\nlog: " + log + "\n  line 9\n  line 10\n  line 11\n  line 12\n  line 13\n  line 14\n  line 15\n  line 16\n  line 17\n  line 18\n  line 19\n  line 20"
	if got := failure(event{Step: "controllers", Error: "no nodes", Log: log}).Error(); got != want {
		t.Errorf("failure = %s, want %s", got, want)
	}
}

func TestFailureSaysWhenItsLogIsMissing(t *testing.T) {
	want := "network: no veth\nlog: /nowhere/lab.log\n  (open /nowhere/lab.log: no such file or directory)"
	if got := failure(event{Step: "network", Error: "no veth", Log: "/nowhere/lab.log"}).Error(); got != want {
		t.Errorf("failure = %s, want %s", got, want)
	}
}

func TestLastLines(t *testing.T) {
	file := filepath.Join(t.TempDir(), "log")
	for content, want := range map[string]string{
		"":             "  ",
		"one":          "  one",
		"one\ntwo\n":   "  one\n  two",
		"1\n2\n3\n":    "  2\n  3",
		"1\n\n3\n\n\n": "  \n  3",
	} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := lastLines(file, 2); got != want {
			t.Errorf("lastLines of %q = %q, want %q", content, got, want)
		}
	}
}
