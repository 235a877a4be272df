/* Two rules for the tests: small, but real ones, that ask the engine. */
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/finding/finding.h"

/* Every secret that is sent; the evidence is what `weights` says. */
static void run_leak(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t nevents, nsources;
    struct vt_event_ref *events =
        vt_program_events(program, VT_FACT_EFFECT, "net.send", vt_check_arena(check), &nevents);
    for (size_t i = 0; i < nevents; i++) {
        const struct vt_trace *trace = vt_trace_role(program, events[i], VT_ROLE_PAYLOAD, NULL, 0);
        const struct vt_source *sources = vt_trace_sources(trace, &nsources);
        for (size_t s = 0; s < nsources; s++) {
            if (sources[s].kind != VT_SOURCE_EVENT)
                continue;
            struct vt_finding *finding = vt_finding_new(check, events[i]);
            vt_finding_path(check, finding, trace, &sources[s], "The password is read here",
                            "It is sent here");
            vt_finding_message(check, finding, "A password leaves through `%s`", "send");
            vt_finding_evidence(check, finding, "constant-peer", 20, "The peer is the constant %s",
                                "203.0.113.7");
            vt_finding_evidence(check, finding, "declared", -5,
                                "A service of that name is declared.");
            finding->guard = "the request begins with `AB;`";
            vt_finding_send(check, finding, 60);
        }
    }
}

/* Says the same twice, once with more weight; and something too light to be told. */
static void run_twice(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    static const int bases[] = {20, 45, 10};
    size_t nevents, nsources;
    struct vt_event_ref *events =
        vt_program_events(program, VT_FACT_EFFECT, "net.send", vt_check_arena(check), &nevents);
    if (nevents == 0)
        return;
    const struct vt_trace *trace = vt_trace_role(program, events[0], VT_ROLE_PAYLOAD, NULL, 0);
    const struct vt_source *sources = vt_trace_sources(trace, &nsources);
    for (size_t i = 0; nsources > 0 && i < 3; i++) {
        struct vt_finding *finding = vt_finding_new(check, events[0]);
        vt_finding_path(check, finding, trace, &sources[0], "Begins here.", "Ends here.");
        vt_finding_path(check, finding, NULL, NULL, NULL, "And is used here");
        vt_finding_message(check, finding, "The same thing.");
        vt_finding_send(check, finding, bases[i]);
    }
}

static const struct vt_rule leak = {
    .id = "exfil/test-leak",
    .name = "TestLeak",
    .summary = "A password is sent",
    .description = "A password that is sent can be read by whoever receives it.",
    .help = "Do not send it.",
    .cwe = "CWE-201,CWE-506",
    .precision = "high",
    .severity = 8.5,
    .run = run_leak,
};

static const struct vt_rule twice = {
    .id = "crypto/test-twice",
    .name = "TestTwice",
    .summary = "Something is said twice",
    .description = "Doubles make reports long.",
    .help = "Merge them.",
    .cwe = "CWE-327",
    .precision = "low",
    .severity = 4.0,
    .run = run_twice,
};

const struct vt_rule *const vt_rules[] = {&leak, &twice, NULL};
