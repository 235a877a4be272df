/* crypto/cleartext-login: a password goes to a server that the program names, by a protocol that
 * conceals nothing.
 *
 *     curl_easy_setopt(transfer, CURLOPT_URL, "http://cloud.example/api/login");
 *     curl_easy_setopt(transfer, CURLOPT_PASSWORD, password);
 *     curl_easy_perform(transfer);
 *
 *     snprintf(line, sizeof line, "PASS %s\r\n", password);
 *     send(out, line, strlen(line), 0);
 *
 *     recv(in, word, sizeof word, 0);
 *     return strcmp(crypt(word, user->hash), user->hash) == 0;
 *
 * Looked at are libraries whose models know what a login is, and lines with the words of a protocol
 * that go through a socket; and passwords that a peer sends and that are asked whether they are
 * right. Not caught: servers that a setting names, whose owner decides.
 */
#include <string.h>

#include "checkers/shared/channel/intake.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/crypto/ciphers.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/program/declaration.h"

/* True if SCHEME names a protocol that conceals nothing. */
static bool is_clear(const char *scheme) {
    static const char *const clear[] = {"http", "ftp",  "ldap", "smtp", "imap",
                                        "pop3", "mqtt", "amqp", "ws",   "telnet"};
    for (size_t i = 0; i < sizeof clear / sizeof *clear; i++)
        if (strcmp(scheme, clear[i]) == 0)
            return true;
    return false;
}

/* The way of a password, if one is given to login REF; NULL as its source if none is. */
static const struct vt_source *find_password(struct vt_program *program, struct vt_event_ref ref,
                                             const struct vt_trace **trace) {
    size_t count = 0;
    *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || vt_source_size(&sources[i]) > 0)
            return &sources[i];
    return NULL;
}

/* True if something conceals the connection of REF after it was opened (STARTTLS). */
static bool is_secured(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_HANDLE, "secured", 0);
    if (trace)
        vt_trace_sources(trace, &count);
    return count > 0;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    const struct vt_source *password = find_password(program, ref, &trace);
    struct vt_endpoint endpoint;
    size_t nsteps;
    if (!password || is_secured(program, ref))
        return;
    const struct vt_flow_step *steps =
        vt_trace_steps(trace, password, vt_check_arena(check), &nsteps);
    struct vt_peer peer = vt_ask_peer_at(program, ref, steps, nsteps, NULL);
    if (peer.kind != VT_PEER_CONSTANT ||
        !vt_endpoint_parse(peer.name, vt_check_arena(check), &endpoint) ||
        !is_clear(endpoint.scheme))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A password goes to %s, and everybody on the way can read it.", peer.name);
    if (vt_decider_of_event(program, ref) == VT_DECIDED_BY_USER)
        vt_finding_evidence(check, finding, "user-decides", -30,
                            "The user or a setting decides whether it is done.");
    vt_finding_path(check, finding, trace, password, "The password comes from here",
                    "It is sent here");
    vt_finding_send(check, finding, 60);
}

/* ---- Lines that the program writes ------------------------------------------------------- */

/* What protocols in which passwords stand as they are say before one. */
static bool asks_in(const char *text) {
    static const char *const words[] = {"PASS ", "Authorization: Basic", "AUTH PLAIN", "AUTH LOGIN",
                                        "LOGIN "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasestr(text, words[i]))
            return true;
    return strcmp(text, "PASS") == 0; /* a format joins them */
}

/* What is called a password in what REF sends, beside the words of a login; NULL if nothing is. */
static const struct vt_source *find_sent(struct vt_check *check, struct vt_event_ref ref,
                                         const struct vt_trace **trace) {
    const uint32_t concealed = VT_TAG_ENCRYPT | VT_TAG_HASH;
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *password = NULL;
    bool logs_in = false;
    size_t count = 0;
    *trace = vt_trace_value(program, ref, VT_ROLE_PAYLOAD, VT_ABOUT_DATA | VT_TAG_HANDLE);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        logs_in |= asks_in(vt_source_text(&sources[i]));
        if (!password && sources[i].kind == VT_SOURCE_PARAMETER && !(sources[i].tags & concealed) &&
            vt_is_called_password(program, *trace, &sources[i], vt_check_arena(check)))
            password = &sources[i];
    }
    return logs_in ? password : NULL;
}

/* Passwords that were asked for are exfil/secret-to-network's. */
static void look_at_line(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    if (!vt_handle_is(program, ref, "socket") || vt_handle_is(program, ref, "tls"))
        return;
    const struct vt_source *password = find_sent(check, ref, &trace);
    size_t nsteps;
    if (!password)
        return;
    const struct vt_flow_step *steps =
        vt_trace_steps(trace, password, vt_check_arena(check), &nsteps);
    struct vt_peer peer = vt_ask_peer_at(program, ref, steps, nsteps, NULL);
    if (peer.kind != VT_PEER_CONSTANT)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A password goes to %s in a line that conceals nothing: everybody on the "
                       "way can read it.",
                       peer.name);
    vt_finding_path(check, finding, trace, password, "The password comes from here",
                    "It is sent here");
    vt_finding_send(check, finding, 50);
}

/* ---- Passwords that peers send ----------------------------------------------------------- */

/* What asks whether a password is right, and in which role it gets it. */
static const struct asking {
    enum vt_fact fact;
    const char *class_name;
    enum vt_role role;
} askings[] = {
    {VT_FACT_CHECK, "check.password", VT_ROLE_LEFT},
    {VT_FACT_CHECK, "check.password", VT_ROLE_PAYLOAD},
    {VT_FACT_EFFECT, "crypto.kdf", VT_ROLE_KEY},
};

/* The first of TRACE that a peer sent; NULL if there is none, or if any of it may have been
 * concealed on its way: by TLS, or by what the program does itself. */
static const struct vt_source *find_received(struct vt_program *program,
                                             const struct vt_trace *trace) {
    const uint32_t opened = VT_TAG_DECRYPT | VT_TAG_XOR | VT_TAG_HASH | VT_TAG_SECRET_KEYED;
    const struct vt_source *found = NULL;
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!trace || vt_trace_is_cut(trace) || vt_trace_tags(trace) & opened)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_is_network(program, &sources[i]))
            continue;
        if (!vt_handle_is(program, sources[i].event, "socket") ||
            vt_handle_is(program, sources[i].event, "tls"))
            return NULL;
        if (!found)
            found = &sources[i];
    }
    return found;
}

static void look_at_asking(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                           struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA | VT_TAG_HANDLE);
    const struct vt_source *received = find_received(program, trace);
    if (!received || vt_tell_once(told, received, vt_check_arena(check)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A password is taken as a peer sends it, over a connection that conceals "
                       "nothing: everybody on the way can read it.");
    vt_finding_path(check, finding, trace, received, "It is received here",
                    "Whether it is right is asked here");
    vt_finding_send(check, finding, 45);
}

static void look_at_askings(struct vt_check *check) {
    struct vt_told told = {0};
    for (size_t a = 0; a < sizeof askings / sizeof *askings; a++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), askings[a].fact, askings[a].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at_asking(check, refs[i], askings[a].role, &told);
    }
}

/* True if the program decrypts anything, by a library or by itself: it may be what it receives. */
static bool decrypts(struct vt_check *check) {
    size_t count;
    vt_program_events(vt_check_program(check), VT_FACT_EFFECT, "crypto.decrypt",
                      vt_check_arena(check), &count);
    return count > 0 || vt_cipher_is_brought(vt_check_program(check), vt_check_arena(check));
}

/* True if the program serves others on this host, who may be the ones that log in. */
static bool serves_host(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "net.bind", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (vt_has_local_socket(program, refs[i]))
            return true;
    return false;
}

static void run(struct vt_check *check) {
    if (!decrypts(check) && !serves_host(check))
        look_at_askings(check);
    vt_check_each(check, VT_FACT_EFFECT, "access.login", look_at);
    vt_check_each(check, VT_FACT_EFFECT, "net.send", look_at_line);
    vt_check_each(check, VT_FACT_EFFECT, "io.write", look_at_line);
}

const struct vt_rule vt_crypto_cleartext_login = {
    .id = "crypto/cleartext-login",
    .name = "CleartextLogin",
    .summary = "A password goes over the network in the clear",
    .description =
        "A library is told to log in with a password at a server whose address stands in the "
        "program, by a protocol that conceals nothing: http, ftp, ldap, mqtt and their like. "
        "Whoever is on the way reads the password. A connection that is concealed before the login "
        "(STARTTLS) is none, nor is this host. Or a password is received through a socket as it "
        "is, "
        "and somebody logs in with it.",
    .help = "Use the protocol over TLS (https, ldaps, mqtts), or ask for TLS before the login and "
            "stop if the server has none.",
    .cwe = "CWE-319,CWE-523",
    .precision = "high",
    .severity = 7.5,
    .run = run,
};
