/* crypto/name-unchecked: a client verifies that some authority signed the peer's certificate, and
 * not whose certificate it is.
 *
 *     SSL_CTX_set_default_verify_paths(context);
 *     SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
 *     SSL *ssl = SSL_new(context);
 *     SSL_connect(ssl);                       // anybody who has any certificate will do
 *
 * A program that compares a name anywhere is left alone. With an authority of one's own there may
 * be nobody else to mistake the peer for. Not caught: connections that were made elsewhere, and a
 * name that is compared with itself.
 */
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "checkers/shared/crypto/tls.h"
#include "engine/base/strings.h"

/* ---- What is verified -------------------------------------------------------------------- */

static bool is_off(const struct vt_source *source) {
    return source->kind == VT_SOURCE_CONSTANT && source->constant->kind == VT_CONSTANT_INT &&
           source->constant->number == 0;
}

/* True if the handle was told to verify; not if it may have been told not to. */
static bool is_told(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, "verify", VT_TAG_DECIDED | VT_TAG_COMPARED);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_FUNCTION)
            return false; /* it judges by itself */
    for (size_t i = 0; i < count; i++)
        if (!is_off(&sources[i]))
            return true;
    return false;
}

static bool is_verified(struct vt_check *check, struct vt_event_ref ref) {
    return is_told(vt_check_program(check), ref) ||
           vt_tls_shares(check, ref, VT_FACT_CHECK, "check.certificate");
}

/* True if a name was given for the handle, or the context it was made from. */
static bool is_named(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, "net.verify.name",
                                                  vt_check_arena(check), &count);
    if (vt_tls_is_set(program, ref, "named"))
        return true;
    for (size_t i = 0; i < count; i++)
        if (vt_tls_share_handle(program, refs[i], ref))
            return true;
    return false;
}

/* True if a name was given with the question about the chain, after the handshake. */
static bool is_named_later(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_CHECK, "check.certificate",
                                                  vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        size_t names = 0;
        const struct vt_trace *trace = vt_trace_role(program, refs[i], VT_ROLE_PEER, NULL, 0);
        if (trace)
            vt_trace_sources(trace, &names);
        if (names && vt_tls_share_handle(program, ref, refs[i]))
            return true;
    }
    return false;
}

/* True if anything in the program compares the name of a certificate. */
static bool compares_names(struct vt_check *check) {
    size_t count;
    vt_program_events(vt_check_program(check), VT_FACT_CHECK, "check.host", vt_check_arena(check),
                      &count);
    return count > 0;
}

/* ---- Which authorities ------------------------------------------------------------------- */

/* True if EVENT trusts whomever the system trusts. */
static bool trusts_system(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    if (*vt_string(unit->strings, event->value))
        return true;
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PATH, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_program_fits(program, "place", vt_source_text(&sources[i]), "system.trust"))
            return true;
    return false;
}

static void weigh_authorities(struct vt_check *check, struct vt_finding *finding,
                              struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    bool system = false, own = false;
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.trust", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        bool is_system = trusts_system(program, refs[i]);
        bool is_anybodys = !vt_trace_value(program, refs[i], VT_ROLE_HANDLE, 0);
        if (!is_anybodys && !vt_tls_share_handle(program, refs[i], ref))
            continue;
        system |= is_system;
        own |= !is_system && !is_anybodys;
    }
    if (system)
        vt_finding_evidence(check, finding, "public-authorities", 15,
                            "Whoever has a certificate of any authority that the system trusts "
                            "passes for the peer.");
    else if (own)
        vt_finding_evidence(check, finding, "own-authority", -15,
                            "The program brings its own authority.");
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    const struct vt_source *client = vt_tls_client(program, ref, &trace);
    if (!client || vt_tls_is_server(program, ref) || !is_verified(check, ref) ||
        is_named(check, ref) || is_named_later(check, ref) ||
        vt_tell_once(told, client, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A TLS client verifies the peer's certificate, and never whose it is.");
    weigh_authorities(check, finding, ref);
    if (vt_tls_shares(check, ref, VT_FACT_ORIGIN, "certificate"))
        vt_finding_evidence(check, finding, "own-look", -25,
                            "The program looks at the peer's certificate by itself.");
    vt_finding_path(check, finding, trace, client, "The connection is set up here",
                    "The handshake is done here, with any host that has a certificate");
    vt_finding_send(check, finding, 35);
}

static void run(struct vt_check *check) {
    struct vt_told told = {0};
    size_t count;
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  "net.connect", vt_check_arena(check), &count);
    if (count == 0 || compares_names(check))
        return;
    for (size_t i = 0; i < count; i++)
        if (vt_tls_is(vt_check_program(check), refs[i]) ||
            vt_handle_is(vt_check_program(check), refs[i], "tls"))
            look_at(check, refs[i], &told);
}

const struct vt_rule vt_crypto_name_unchecked = {
    .id = "crypto/name-unchecked",
    .name = "NameUnchecked",
    .summary = "A TLS client verifies a certificate, and not whose it is",
    .description =
        "A client has the peer's certificate verified and never names the host it wants to talk "
        "to. Then any certificate will do that an authority signed for anybody. Looked at are "
        "connections that are made in the program, and told is nothing if the program compares "
        "the name of any certificate.",
    .help =
        "Name the host: SSL_set1_host, mbedtls_ssl_set_hostname, gnutls_session_set_verify_cert "
        "with a name.",
    .cwe = "CWE-297",
    .precision = "medium",
    .severity = 6.5,
    .run = run,
};
