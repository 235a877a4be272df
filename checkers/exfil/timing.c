/* exfil/timing: a secret decides how long the program waits, or how much it sends.
 *
 *     for (bit = 0; bit < 8; bit++) {
 *         usleep(20000 + 60000 * (word[i] >> bit & 1));
 *         send(out, ".", 1, 0);
 *     }
 *
 * Who watches the wire reads the secret there, though no byte of it is sent. Not caught: delays
 * that a condition on the secret chooses, as every login program has them, and waits by poll and
 * the like.
 */
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "checkers/shared/near.h"
#include "engine/base/strings.h"

enum { NEAR_CALLS = 2 };

/* What of the traffic it decides. */
struct channel {
    const char *class_name;
    int base;
    const char *what, *last;
    bool is_delay;
    const unsigned char *near; /* by function: whether the network is near */
};

/* Does FUNCTION talk to the network? */
static bool talks(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < facts->nevents; e++) {
        const struct vt_event *event = &facts->events[e];
        const char *class_name = vt_string(unit->strings, event->class_name);
        if (event->fact != VT_FACT_EFFECT)
            continue;
        if (vt_class_is(class_name, "net.send") || vt_class_is(class_name, "net.connect") ||
            (vt_class_is(class_name, "io.write") &&
             vt_handle_is(program, (struct vt_event_ref){function, e}, "socket")))
            return true;
    }
    return false;
}

/* The words of a file of secrets say as well how long it is; how long what a user typed is, they
 * do not. */
static const char *secret_of(struct vt_check *check, struct vt_leak *leak, bool is_delay) {
    struct vt_program *program = vt_check_program(check);
    if (!is_delay && vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read"))
        return NULL;
    return vt_leak_secret(check, leak);
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    const struct channel *channel = context;
    if (channel->near && !channel->near[leak->asked.ref.function])
        return true;
    if (leak->source->tags & (VT_TAG_HASH | VT_TAG_ENCRYPT))
        return false;
    const char *secret = secret_of(check, leak, channel->is_delay);
    if (!secret)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    if (leak->source->tags & VT_TAG_INDEX)
        vt_finding_evidence(check, finding, "coded", 10,
                            "A table says what stands for which value.");
    vt_leak_weigh_start(check, finding, leak);
    vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    vt_finding_message(check, finding, "%s from `%s` decides %s.", secret,
                       vt_source_function(vt_check_program(check), leak->source), channel->what);
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    channel->last);
    vt_finding_send(check, finding, channel->base);
    return true;
}

static void run(struct vt_check *check) {
    struct channel delay = {"time.sleep",
                            55,
                            "how long the program waits between packets",
                            "It is waited for that long here",
                            true,
                            NULL};
    struct channel size = {"net.send", 50, "how much is sent", "So much is sent here", false, NULL};
    size_t count;
    vt_program_events(vt_check_program(check), VT_FACT_EFFECT, delay.class_name,
                      vt_check_arena(check), &count);
    if (count) {
        delay.near = vt_near(check, talks, NEAR_CALLS);
        vt_leaks_by(check, delay.class_name, VT_ROLE_LENGTH, visit, &delay);
    }
    vt_leaks_by(check, size.class_name, VT_ROLE_LENGTH, visit, &size);
}

const struct vt_rule vt_exfil_timing = {
    .id = "exfil/timing",
    .name = "Timing",
    .summary = "A secret decides when, or how much, the program sends",
    .description =
        "The value of a credential or key is reckoned into a delay near network traffic, or into "
        "the length of a message. Nothing of the secret is sent, and whoever watches the traffic "
        "reads it all the same. How long a password is, and whether it is the right one, does not "
        "count: every login tells that.",
    .help =
        "Let delays and lengths come from clocks, generators or settings. Where a length has to "
        "depend on a secret, pad the message.",
    .cwe = "CWE-385,CWE-514,CWE-506",
    .precision = "medium",
    .severity = 7.0,
    .run = run,
};
