package toolchain

import (
	"bytes"
	"testing"
	"time"
)

func TestRound(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0:                                       "0.0s",
		340 * time.Millisecond:                  "0.3s",
		9940 * time.Millisecond:                 "9.9s",
		10 * time.Second:                        "10s",
		59*time.Second + 600*time.Millisecond:   "1m0s",
		5*time.Minute + 7*time.Second + 1:       "5m7s",
		time.Hour + 2*time.Minute + time.Second: "1h2m1s",
	} {
		if got := round(d); got != want {
			t.Errorf("round(%d) = %s, want %s", d, got, want)
		}
	}
}

func TestUnderWay(t *testing.T) {
	now := time.Unix(1000, 0)
	since := func(ago, expected time.Duration) active { return active{since: now.Add(-ago), expected: expected} }
	for _, c := range []struct {
		name  string
		tasks map[string]active
		want  string
	}{
		{"nothing", nil, ""},
		{"a long one", map[string]active{"istio": since(83*time.Second, 6*time.Minute)}, "istio 1m23s of about 6m0s"},
		{"a short one", map[string]active{"envoy": since(4*time.Second, 20*time.Second)}, "envoy 4.0s"},
		{"in order of their names", map[string]active{"pulumi": since(time.Minute, 0), "envoy": since(2*time.Second, 0), "istio": since(90*time.Second, time.Minute)}, "envoy 2.0s, istio 1m30s of about 1m0s, pulumi 1m0s"},
	} {
		if got := underWay(c.tasks, now); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProgressSaysWhatIsMadeAndCountsWhatWasThere(t *testing.T) {
	var out bytes.Buffer
	charts := task{name: "charts"}
	istio, envoy := task{name: "istio", expected: 6 * time.Minute}, task{name: "envoy", expected: 20 * time.Second}
	p := newProgress(&out, []task{charts, istio, envoy}, time.Now)
	p.finish(charts, false, time.Millisecond)
	p.start(istio)
	p.start(envoy)
	p.finish(envoy, true, 12*time.Second)
	p.finish(istio, true, 5*time.Minute)
	want := `istio                        started, about 6m0s when nothing of it is cached
envoy                        started
envoy                        done in 12s (2 of 3, 5 %)
istio                        done in 5m0s (3 of 3, 100 %)
`
	if out.String() != want {
		t.Errorf("progress =\n%s\nwant\n%s", out.String(), want)
	}
}

func TestProgressIsMeasuredByWhatIsExpected(t *testing.T) {
	now := time.Unix(1000, 0)
	istio, envoy := task{name: "istio", expected: 90 * time.Second}, task{name: "envoy", expected: 10 * time.Second}
	p := newProgress(&bytes.Buffer{}, []task{istio, envoy}, func() time.Time { return now })
	step := func(what string, want int) {
		t.Helper()
		if got := p.percent(); got != want {
			t.Errorf("%s: %d %%, want %d", what, got, want)
		}
	}
	step("nothing has begun", 0)
	p.start(istio)
	now = now.Add(45 * time.Second)
	step("half of the long one", 45)
	p.finish(envoy, false, 0)
	step("and the short one was there", 55)
	now = now.Add(time.Hour)
	step("longer than expected", 95)
	p.finish(istio, true, time.Hour)
	step("all is done", 100)
}

func TestProgressForgetsWhatIsFinished(t *testing.T) {
	envoy := task{name: "envoy"}
	p := newProgress(&bytes.Buffer{}, []task{envoy}, time.Now)
	p.start(envoy)
	p.finish(envoy, true, time.Second)
	if got := underWay(p.active, time.Now()); got != "" {
		t.Errorf("under way = %q, want nothing", got)
	}
}

func TestNothingToMakeIsNoWork(t *testing.T) {
	if got := newProgress(&bytes.Buffer{}, nil, time.Now).percent(); got != 0 {
		t.Errorf("%d %%, want 0", got)
	}
}
