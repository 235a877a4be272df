#include "checkers/shared/channel/login.h"

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/trapdoor/trap.h"

/* What a side of a comparison comes from. */
struct side {
    bool is_sent;  /* a peer, a terminal, or a hash made of a credential */
    bool is_kept;  /* a file, a database, the environment, a caller */
    bool is_fixed; /* a text of the program */
};

static bool is_sent(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "network") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "terminal.read") ||
           vt_is_network(program, source) || vt_trap_is_terminal(program, source);
}

static struct side side_of(struct vt_program *program, struct vt_event_ref compare,
                           enum vt_role role) {
    static const char *const kept[] = {"secret", "file", "io.read", "environment", "host.user"};
    struct side side = {false, false, false};
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, compare, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool sent = is_sent(program, &sources[i]);
        side.is_sent |= sent;
        side.is_kept |= sources[i].kind == VT_SOURCE_PARAMETER;
        for (size_t k = 0; k < sizeof kept / sizeof *kept && !sent; k++)
            side.is_kept |= vt_source_is(program, &sources[i], VT_FACT_ORIGIN, kept[k]);
        side.is_fixed |= *vt_source_text(&sources[i]) != '\0';
    }
    return side;
}

bool vt_compares_credentials(struct vt_program *program, struct vt_event_ref compare) {
    struct side left = side_of(program, compare, VT_ROLE_LEFT);
    struct side right = side_of(program, compare, VT_ROLE_RIGHT);
    if (left.is_fixed || right.is_fixed)
        return false;
    return (left.is_sent && right.is_kept) || (right.is_sent && left.is_kept);
}

static bool is_login(struct vt_program *program, struct vt_condition_ref condition, void *context) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    (void)context;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        const struct vt_event *event = vt_program_event(program, sources[i].event, NULL);
        if (event->fact == VT_FACT_COMPARE &&
            vt_condition_means(program, condition, (enum vt_success)event->success) &&
            vt_compares_credentials(program, sources[i].event))
            return true;
    }
    return false;
}

bool vt_has_logged_in(struct vt_program *program, struct vt_event_ref ref) {
    return vt_is_verified(program, ref, "check.password") ||
           vt_is_verified(program, ref, "check.access") ||
           vt_program_is_guarded(program, ref, is_login, NULL);
}
