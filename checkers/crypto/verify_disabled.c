/* crypto/verify-disabled: connections of TLS or SSH to a peer that nobody verifies.
 *
 *     curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
 *
 *     SSL_CTX *context = SSL_CTX_new(TLS_client_method());   // verifies nothing unless told to
 *     SSL *ssl = SSL_new(context);
 *     SSL_connect(ssl);
 *
 *     ssh_connect(session);
 *     ssh_userauth_password(session, user, password);   // to whoever answers
 *
 * A switch or setting by which the user turns verification off is told as a note; so are clients
 * that look at the certificate by themselves. A name that is not compared is the matter of
 * crypto/name-unchecked. Not caught: pins that fit anything.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/ask.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/crypto/tls.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* What a client does by itself after the handshake. */
static void weigh_afterwards(struct vt_check *check, struct vt_finding *finding,
                             struct vt_event_ref ref) {
    if (vt_tls_shares(check, ref, VT_FACT_CHECK, "check.certificate"))
        vt_finding_evidence(check, finding, "asked-afterwards", -40,
                            "The outcome of verification is asked for after the handshake.");
    else if (vt_tls_shares(check, ref, VT_FACT_ORIGIN, "certificate"))
        vt_finding_evidence(check, finding, "own-look", -25,
                            "The program looks at the peer's certificate by itself.");
}

/* ---- Turned off -------------------------------------------------------------------------- */

static bool is_zero(const struct vt_source *source) {
    return source->kind == VT_SOURCE_CONSTANT && source->constant->kind == VT_CONSTANT_INT &&
           source->constant->number == 0;
}

static const struct vt_source *find_zero(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (is_zero(&sources[i]))
            return &sources[i];
    return NULL;
}

static void weigh_decider(struct vt_check *check, struct vt_finding *finding,
                          struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    enum vt_decider how = vt_decider_of_role(program, ref, VT_ROLE_MODE);
    enum vt_decider whether = vt_decider_of_event(program, ref);
    if (vt_is_entitled(how) || vt_is_entitled(whether))
        vt_finding_evidence(check, finding, "user-decides", -40,
                            "The user, a setting or the caller decides.");
    else if (how == VT_DECIDED_BY_OUTSIDE || whether == VT_DECIDED_BY_OUTSIDE)
        vt_finding_evidence(check, finding, "outside-decides", 10,
                            "Data from outside decide, and not the user.");
}

/* ---- One host of all --------------------------------------------------------------------- */

/* What is told apart by comparing, and by nothing that only seems to lead here. */
#define OF_CHOICE                                                                                  \
    (VT_ABOUT_DATA & ~(uint32_t)(VT_TAG_COMPARED | VT_TAG_DECIDED | VT_TAG_LENGTH | VT_TAG_INDEX))

/* The name of a host that SOURCE, a constant or a comparison with one, has; or NULL. */
static const char *name_of(struct vt_program *program, const struct vt_source *source) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    struct vt_peer peer = vt_peer_of(program, source);
    if (peer.kind == VT_PEER_CONSTANT && source->tags & VT_TAG_COMPARED)
        return *peer.name ? peer.name : NULL;
    if (source->kind != VT_SOURCE_EVENT ||
        vt_program_event(program, source->event, NULL)->fact != VT_FACT_COMPARE)
        return NULL;
    for (size_t s = 0; s < sizeof sides / sizeof *sides; s++) {
        size_t count = 0;
        const struct vt_trace *trace =
            vt_trace_value(program, source->event, sides[s], VT_ABOUT_DATA);
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            peer = vt_peer_of(program, &sources[i]);
            if (peer.kind == VT_PEER_CONSTANT && *peer.name)
                return peer.name;
        }
    }
    return NULL;
}

/* The name of a host, written in FUNCTION, that decides about what TRACE is about; or NULL. */
static const char *find_host(struct vt_program *program, uint32_t function,
                             const struct vt_trace *trace) {
    size_t count = 0;
    const char *name = NULL;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && !name; i++)
        if (sources[i].function == function)
            name = name_of(program, &sources[i]);
    return name;
}

/* A name that the program knows is no choice of its user. */
static void weigh_host(struct vt_check *check, struct vt_finding *finding,
                       struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const char *name =
        find_host(program, ref.function, vt_trace_value(program, ref, VT_ROLE_MODE, OF_CHOICE));
    uint32_t guards = vt_program_event(program, ref, NULL)->guards;
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count && !name; i++)
        if (conditions[i].always)
            name = find_host(
                program, ref.function,
                vt_trace_subject(program, ref.function, conditions[i].predicate, 0, OF_CHOICE));
    if (name)
        vt_finding_evidence(check, finding, "for-host", 40,
                            "It depends on whether a name is \"%s\", which is written in the "
                            "program.",
                            name);
}

/* True if FUNCTION is one that the library calls for connections of clients only. */
static bool serves(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_event_ref *refs = vt_program_events(
        program, VT_FACT_EFFECT, "net.served.callback", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (vt_has_function(vt_trace_value(program, refs[i], VT_ROLE_CODE, VT_ABOUT_DATA),
                            function))
            return true;
    return false;
}

/* True if the connection of REF is one of a server, which need not ask for certificates: by what it
 * was made from, by who calls the function, by what else is done to it, or, if that is not seen, as
 * all of the program are. */
static bool is_served(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    return vt_tls_is_server(program, ref) || serves(check, ref.function) ||
           vt_tls_shares(check, ref, VT_FACT_EFFECT, "net.accept") ||
           (!vt_tls_client(program, ref, &trace) && vt_tls_only_serves(check));
}

static void look_at_mode(struct vt_check *check, struct vt_event_ref ref, const char *what) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA);
    const struct vt_source *zero = find_zero(trace);
    if (!zero || is_served(check, ref))
        return;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_decider(check, finding, ref);
    weigh_host(check, finding, ref);
    weigh_afterwards(check, finding, ref);
    vt_finding_message(check, finding, "`%s` turns off that %s.",
                       vt_string(unit->strings, event->function), what);
    vt_finding_path(check, finding, trace, zero, "The mode is chosen here", "It takes effect here");
    vt_finding_send(check, finding, 60);
}

/* True if one of the COUNT events REFS stands in FUNCTION. */
static bool has_one_in(const struct vt_event_ref *refs, size_t count, uint32_t function) {
    for (size_t i = 0; i < count; i++)
        if (refs[i].function == function)
            return true;
    return false;
}

static void look_at_modes(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t npeers, nhosts, ntold = 0;
    struct vt_event_ref *peers =
        vt_program_events(program, VT_FACT_EFFECT, "net.verify.peer", arena, &npeers);
    struct vt_event_ref *hosts =
        vt_program_events(program, VT_FACT_EFFECT, "net.verify.host", arena, &nhosts);
    struct vt_event_ref *told = vt_alloc_array(arena, npeers, sizeof *told);
    for (size_t i = 0; i < npeers; i++) {
        const struct vt_trace *trace =
            vt_trace_value(program, peers[i], VT_ROLE_MODE, VT_ABOUT_DATA);
        if (find_zero(trace))
            told[ntold++] = peers[i];
        look_at_mode(check, peers[i], "the peer's certificate is verified");
    }
    for (size_t i = 0; i < nhosts; i++)
        if (!has_one_in(told, ntold, hosts[i].function)) /* else the name does not matter */
            look_at_mode(check, hosts[i], "the certificate's name is compared with the host");
}

/* ---- What may be wrong ------------------------------------------------------------------- */

/* A number of role mode of REF that has all BITS, also if others come to it; or NULL. */
static const struct vt_source *find_bits(const struct vt_trace *trace, int64_t bits) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_constant *constant = sources[i].constant;
        if (sources[i].kind == VT_SOURCE_CONSTANT && constant->kind == VT_CONSTANT_INT &&
            (constant->number & bits) == bits && constant->number > 0)
            return &sources[i];
    }
    return NULL;
}

/* True if the function of REF looks at certificates by itself, or another one does and REF is about
 * no connection: then it may know what it lets pass. A call that looks by itself does not. */
static bool has_own_look(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_CHECK, "check.certificate",
                                                  vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (vt_is_same_call(program, refs[i], ref))
            return false;
    if (!vt_trace_value(program, ref, VT_ROLE_HANDLE, 0))
        return count > 0;
    return has_one_in(refs, count, ref.function);
}

/* Flags that name faults of a certificate that do no harm. */
static bool look_at_ignored(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA);
    const struct vt_source *source =
        find_bits(trace, strtoll(vt_string(unit->strings, event->value), NULL, 10));
    if (!source || !vt_event_applies(program, ref) ||
        (!vt_trace_value(program, ref, VT_ROLE_HANDLE, 0) && vt_tls_only_serves(check)))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_decider(check, finding, ref);
    weigh_host(check, finding, ref);
    if (has_own_look(check, ref))
        vt_finding_evidence(check, finding, "own-look", -40,
                            "The program looks at certificates by itself.");
    vt_finding_message(check, finding,
                       "`%s` is told to accept a certificate that is not valid for the peer.",
                       vt_string(unit->strings, event->function));
    vt_finding_path(check, finding, trace, source, "The flags are chosen here",
                    "They take effect here");
    vt_finding_send(check, finding, 60);
    return true;
}

/* Each call once, whatever it ignores. */
static void look_at_all_ignored(struct vt_check *check) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(vt_check_program(check), VT_FACT_EFFECT, "net.verify.ignore",
                          vt_check_arena(check), &count);
    const struct vt_event *told = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_event *event = vt_program_event(vt_check_program(check), refs[i], NULL);
        if (told && i > 0 && refs[i].function == refs[i - 1].function &&
            event->location == told->location)
            continue;
        told = look_at_ignored(check, refs[i]) ? event : NULL;
    }
}

/* ---- Never turned on --------------------------------------------------------------------- */

static void look_at_connect(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_TAG_DECIDED);
    const struct vt_source *making = vt_tls_making(program, trace);
    if (!making || vt_tls_is_set(program, ref, "verify") || vt_tls_is_server(program, ref))
        return;
    const struct vt_trace *context =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "context", VT_TAG_DECIDED);
    size_t count = 0;
    if (context)
        vt_trace_sources(context, &count);
    if (count && !vt_tls_making(program, context))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    weigh_afterwards(check, finding, ref);
    vt_finding_message(check, finding,
                       "A TLS connection is made that was never told to verify its peer.");
    vt_finding_path(check, finding, trace, making, "The connection is set up here",
                    "The handshake is done here, with any peer");
    vt_finding_send(check, finding, 50);
}

/* ---- Logins ------------------------------------------------------------------------------ */

/* No library of SSH compares the peer's key by itself: who logs in has to ask, or to look. */
static void look_at_login(struct vt_check *check, struct vt_event_ref ref, struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_TAG_DECIDED);
    const struct vt_source *made = vt_find_source(program, trace, VT_FACT_ALLOC, "transfer");
    if (!made || vt_tls_shares(check, ref, VT_FACT_CHECK, "check.host") ||
        vt_tls_shares(check, ref, VT_FACT_ORIGIN, "certificate") ||
        vt_tell_once(told, made, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A session of SSH logs in, and whose key the server has nobody asked.");
    vt_finding_path(check, finding, trace, made, "The session is made here",
                    "It logs in here, to any server");
    vt_finding_send(check, finding, 55);
}

static void run(struct vt_check *check) {
    size_t count;
    struct vt_told told = {0};
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  "net.connect", vt_check_arena(check), &count);
    look_at_modes(check);
    look_at_all_ignored(check);
    for (size_t i = 0; i < count; i++)
        if (vt_tls_is(vt_check_program(check), refs[i]))
            look_at_connect(check, refs[i]);
    refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT, "net.login",
                             vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        look_at_login(check, refs[i], &told);
}

const struct vt_rule vt_crypto_verify_disabled = {
    .id = "crypto/verify-disabled",
    .name = "VerifyDisabled",
    .summary = "The peer of a TLS or SSH connection is not verified",
    .description =
        "Verification of the peer's certificate or name is turned off, or a client that verifies "
        "nothing by default is never told to, or a session of SSH logs in to a server whose key "
        "nobody "
        "looked at. Whoever sits on the way can read and change all. "
        "Servers need not ask their clients for certificates, and a switch of the user is a note.",
    .help = "Leave verification on. Give a private authority's certificate to the library instead, "
            "and make any switch for tests one that the user has to set.",
    .cwe = "CWE-295,CWE-297",
    .precision = "high",
    .severity = 8.1,
    .run = run,
};
