/* crypto/weak-tls: TLS or SSH that accepts what an attacker can break.
 *
 *     SSL_CTX_set_cipher_list(context, "HIGH:EXP-RC4-MD5");
 *     gnutls_priority_set_direct(session, "NORMAL:+ANON-ECDH", NULL);
 *     SSL_CTX_set_min_proto_version(context, SSL3_VERSION);
 *     ssh_options_set(session, SSH_OPTIONS_CIPHERS_C_S, "none");
 *
 * Lists are read as the library reads them: what is struck out is not accepted. Not caught: what a
 * keyword such as DEFAULT stands for, options that forbid versions one by one.
 */
#include <stdio.h>
#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/ask.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/crypto/suites.h"
#include "checkers/shared/crypto/tls.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* ---- Lists ------------------------------------------------------------------------------- */

struct weakness {
    const char *part; /* of a word that is cut at '-', '_', '+' and '@' */
    int weight;
    const char *why;
};

/* The first of a word counts that weighs most. */
static const struct weakness openssl_parts[] = {
    {"eNULL", 75, "nothing is encrypted"},
    {"NULL", 75, "nothing is encrypted"},
    {"aNULL", 75, "nobody is authenticated, so anybody can sit in the middle"},
    {"anon", 75, "nobody is authenticated, so anybody can sit in the middle"},
    {"ADH", 75, "nobody is authenticated, so anybody can sit in the middle"},
    {"AECDH", 75, "nobody is authenticated, so anybody can sit in the middle"},
    {"EXP", 75, "its keys were made short on purpose"},
    {"EXPORT", 75, "its keys were made short on purpose"},
    {"EXPORT40", 75, "its keys were made short on purpose"},
    {"EXPORT56", 75, "its keys were made short on purpose"},
    {"LOW", 75, "its keys can be searched"},
    {"RC4", 75, "its key stream is biased and leaks plaintext"},
    {"RC2", 75, "its effective keys are short"},
    {"3DES", 50, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"CBC3", 50, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"DES", 75, "its 56-bit keys can be searched"},
    {"MD5", 42, "it authenticates by MD5"},
    {"SECLEVEL=0", 50, "it lifts the library's own limits"},
    {NULL, 0, NULL},
};

static const struct weakness gnutls_parts[] = {
    {"NULL", 75, "nothing is encrypted"},
    {"ANON", 75, "nobody is authenticated, so anybody can sit in the middle"},
    {"EXPORT", 75, "its keys were made short on purpose"},
    {"ARCFOUR", 75, "its key stream is biased and leaks plaintext"},
    {"3DES", 50, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"DES", 75, "its 56-bit keys can be searched"},
    {"SSL3.0", 70, "the protocol is broken (POODLE)"},
    {"TLS1.0", 45, "the protocol is obsolete (RFC 8996)"},
    {"TLS1.1", 45, "the protocol is obsolete (RFC 8996)"},
    {"MD5", 45, "it authenticates or signs by MD5"},
    {"%UNSAFE_RENEGOTIATION", 45, "renegotiation can be used to inject data"},
    {"%VERIFY_ALLOW_SIGN_RSA_MD5", 60, "certificates signed with MD5 can be forged"},
    {"%VERIFY_ALLOW_BROKEN", 60, "certificates signed with broken algorithms can be forged"},
    {NULL, 0, NULL},
};

/* What ciphers, codes, key exchanges and keys of SSH are called (RFC 4253 and its followers). */
static const struct weakness ssh_parts[] = {
    {"none", 75, "nothing is encrypted, or nothing authenticated"},
    {"arcfour", 75, "its key stream is biased and leaks plaintext"},
    {"arcfour128", 75, "its key stream is biased and leaks plaintext"},
    {"arcfour256", 75, "its key stream is biased and leaks plaintext"},
    {"des", 75, "its 56-bit keys can be searched"},
    {"3des", 50, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"blowfish", 50, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"md5", 42, "it authenticates by MD5"},
    {"group1", 50, "its 1024-bit group is within reach of states (Logjam)"},
    {NULL, 0, NULL},
};

/* How a library spells lists. */
struct spelling {
    const struct weakness *parts;
    const char *cuts; /* where words are cut */
    bool marks;       /* what is added has '+' or '%' before it, and all else are sets */
};

static const struct spelling openssl = {openssl_parts, "-_+@", false};
static const struct spelling gnutls = {gnutls_parts, "-", true};
static const struct spelling ssh = {ssh_parts, "-@", false};

static bool is_gnutls(const char *list) {
    static const char *const first[] = {"NORMAL", "SECURE", "PERFORMANCE", "LEGACY",
                                        "PFS",    "NONE",   "SUITEB",      "SYSTEM"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (strncmp(list, first[i], strlen(first[i])) == 0)
            return true;
    return strstr(list, "VERS-") || strncmp(list, "EXPORT:+", strlen("EXPORT:+")) == 0;
}

/* True if PART is WORD, or one of what WORD (of LENGTH) is cut into. */
static bool has_part(const char *word, size_t length, const char *part, const char *cuts) {
    size_t size = strlen(part);
    for (size_t i = 0; i + size <= length; i++) {
        bool begins = i == 0 || strchr(cuts, word[i - 1]);
        bool ends = i + size == length || strchr(cuts, word[i + size]);
        if (begins && ends && strncmp(word + i, part, size) == 0)
            return true;
    }
    return false;
}

struct word {
    const char *text;
    size_t length;
};

static bool next_word(const char **list, struct word *word) {
    *list += strspn(*list, ":, ;");
    word->text = *list;
    word->length = strcspn(*list, ":, ;");
    *list += word->length;
    return word->length > 0;
}

/* True if WORD takes away, for good or so far, what PART is in. */
static bool strikes(const struct word *word, const struct weakness *weakness, const char *cuts) {
    return (word->text[0] == '!' || word->text[0] == '-') &&
           has_part(word->text + 1, word->length - 1, weakness->part, cuts);
}

static bool is_struck(const char *list, const struct weakness *weakness, const char *cuts) {
    struct word word;
    while (next_word(&list, &word))
        if (strikes(&word, weakness, cuts))
            return true;
    return false;
}

/* What makes WORD weak, or NULL. */
static const struct weakness *weakness_of(const struct word *word,
                                          const struct spelling *spelling) {
    bool adds = spelling->marks ? word->text[0] == '+' || word->text[0] == '%'
                                : !strchr("!-+", *word->text);
    const struct weakness *worst = NULL;
    if (!adds || (spelling->marks && word->length > 5 && strncmp(word->text, "+COMP", 5) == 0))
        return NULL;
    size_t skip = *word->text == '+';
    for (const struct weakness *parts = spelling->parts; parts->part; parts++)
        if (has_part(word->text + skip, word->length - skip, parts->part, spelling->cuts) &&
            (!worst || parts->weight > worst->weight)) {
            /* DES-CBC3 and 3DES-CBC are triple, and no single DES */
            bool triple = worst && strcmp(parts->part, "DES") == 0;
            worst = triple ? worst : parts;
        }
    return worst;
}

/* The weakest word of LIST, for protocol WAY, that is accepted, into WORD; what makes it so, or
 * NULL. */
static const struct weakness *read_list(const char *list, const char *way,
                                        struct word *worst_word) {
    const struct spelling *spelling = strcmp(way, "ssh") == 0 ? &ssh
                                      : is_gnutls(list)       ? &gnutls
                                                              : &openssl;
    const char *rest = list;
    const struct weakness *worst = NULL;
    struct word word;
    while (next_word(&rest, &word)) {
        const struct weakness *found = weakness_of(&word, spelling);
        if (!found || (worst && found->weight <= worst->weight) ||
            is_struck(list, found, spelling->cuts))
            continue;
        worst = found;
        *worst_word = word;
    }
    return worst;
}

/* ---- Versions ---------------------------------------------------------------------------- */

static const struct weakness old_methods[] = {
    {"SSLv3", 75, "the protocol is broken (POODLE)"},
    {"TLSv1.0", 50, "the protocol is obsolete (RFC 8996)"},
    {"TLSv1.1", 50, "the protocol is obsolete (RFC 8996)"},
    {NULL, 0, NULL},
};

static const struct weakness ssl3 = {"SSL 3.0", 75, "the protocol is broken (POODLE)"};
static const struct weakness ssl2 = {"SSL 2.0", 75, "the protocol is broken (DROWN)"};
static const struct weakness tls10 = {"TLS 1.0", 45, "the protocol is obsolete (RFC 8996)"};
static const struct weakness tls11 = {"TLS 1.1", 45, "the protocol is obsolete (RFC 8996)"};
static const struct weakness no_level = {"security level 0", 45,
                                         "the library's own limits are lifted"};

/* CURLOPT_SSLVERSION; 1 is "TLS, whichever". */
static const struct weakness *read_option(int64_t number) {
    switch (number) {
    case 2:
        return &ssl2;
    case 3:
        return &ssl3;
    case 4:
        return &tls10;
    case 5:
        return &tls11;
    default:
        return NULL;
    }
}

/* Each version has two bits, one of servers and one of clients. */
static const struct weakness *read_bits(int64_t bits) {
    static const struct weakness *const versions[] = {&ssl2, &ssl3, &tls10, &tls11};
    for (unsigned v = 0; v < sizeof versions / sizeof *versions; v++)
        if (bits & (int64_t)(0xc << 2 * v))
            return versions[v];
    return NULL;
}

/* What NUMBER means, counted by WAY ("wire", ...), if it is too old; else NULL. */
static const struct weakness *read_version(const char *way, int64_t number) {
    static const struct weakness *const minors[] = {&ssl3, &tls10, &tls11};
    if (strcmp(way, "level") == 0)
        return number == 0 ? &no_level : NULL;
    if (strcmp(way, "bits") == 0)
        return read_bits(number);
    if (strcmp(way, "curl") == 0)
        return read_option(number & 0xffff); /* above stands the newest */
    bool wire = strcmp(way, "wire") == 0;
    if (wire)
        number &= 0xffff; /* in the memory of a range, the newest stands behind it */
    if (wire && (number == 0xfeff || number == 0x100))
        return &tls11; /* DTLS 1.0 */
    int64_t minor = wire ? number - 0x300 : number;
    return minor >= 0 && minor < 3 ? minors[minor] : NULL;
}

/* ---- Telling ----------------------------------------------------------------------------- */

struct found {
    const struct weakness *weakness;
    struct word word;
    const struct vt_trace *trace;
    const struct vt_source *source;
    bool is_menu; /* one of several versions, good ones among them */
};

static void report(struct vt_check *check, struct vt_event_ref ref, enum vt_role role,
                   const struct found *found) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, ref);
    enum vt_decider how = vt_decider_of_role(program, ref, role);
    enum vt_decider whether = vt_decider_of_event(program, ref);
    /* Which entry of a table of lists is taken, the user does not know to be about this. */
    bool chosen = role == VT_ROLE_MODE ? vt_is_entitled(how) : how == VT_DECIDED_BY_USER;
    if (chosen || vt_is_entitled(whether))
        vt_finding_evidence(check, finding, "user-decides", -40,
                            "The user, a setting or the caller decides.");
    else if (found->is_menu)
        vt_finding_evidence(check, finding, "menu", -20,
                            "It is one of several versions to choose from.");
    vt_finding_message(check, finding, "TLS accepts %.*s: %s.", (int)found->word.length,
                       found->word.text, found->weakness->why);
    vt_finding_path(check, finding, found->trace, found->source, "It is chosen here",
                    "It takes effect here");
    vt_finding_send(check, finding, found->weakness->weight);
}

static const char *method_of(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "algorithm"))
        return "";
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    return vt_string(unit->strings, event->value);
}

/* The weakest of the suites that SOURCE of REF holds as numbers. */
static const struct weakness *read_numbers(struct vt_program *program, struct vt_event_ref ref,
                                           const struct vt_source *source,
                                           struct word *worst_word) {
    const struct weakness *worst = NULL;
    const char *name;
    size_t at = 0;
    while ((name = vt_suite_next(program, ref, source, &at))) {
        struct word word = {name, strlen(name)};
        const struct weakness *found = weakness_of(&word, &openssl);
        if (found && (!worst || found->weight > worst->weight)) {
            worst = found;
            *worst_word = word;
        }
    }
    return worst;
}

/* True if SOURCE of TRACE is what is printed where there is no text, and no list of suites. */
static bool is_no_text(const struct vt_trace *trace, const struct vt_source *source) {
    return strcmp(vt_source_text(source), "NULL") == 0 &&
           (source->tags & VT_TAG_FORMAT || vt_trace_is_cut(trace));
}

/* True if what goes to node TO of FUNCTION stays there, and is neither sent nor received with:
 * settings, tests, and functions of libraries. */
static bool stays(struct vt_program *program, uint32_t function, const struct vt_node *to) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    struct vt_site site = {function, to->ref};
    const uint32_t *targets;
    if (to->kind == VT_NODE_ARGUMENT)
        return facts->calls[to->ref].symbol != VT_NONE &&
               vt_program_targets(program, site, &targets) == 0;
    return to->kind == VT_NODE_SUBJECT ||
           (to->kind == VT_NODE_IN &&
            vt_class_is(vt_string(unit->strings, facts->events[to->ref].class_name), "net.cipher"));
}

/* True if REF is done to a connection that its own function makes of some context, and that is no
 * more than a place to try lists in: it goes nowhere, and nobody talks by it. */
static bool is_tried(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, ref.function, &unit);
    uint32_t made = VT_NONE, count;
    const struct vt_edge *edges = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_IN, VT_ROLE_HANDLE, ref.event}, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &facts->nodes[edges[e].from];
        if (from->kind == VT_NODE_OUTCOME && facts->events[from->ref].fact == VT_FACT_ALLOC &&
            vt_class_is(vt_string(unit->strings, facts->events[from->ref].class_name), "tls"))
            made = edges[e].from;
    }
    for (uint32_t e = 0; made != VT_NONE && e < facts->nedges; e++)
        if (facts->edges[e].from == made && !(facts->edges[e].tags & VT_TAG_COMPARED) &&
            !stays(program, ref.function, &facts->nodes[facts->edges[e].to]))
            return false;
    return made != VT_NONE && vt_tls_is_set(program, ref, "context");
}

static const char *way_of(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return vt_string(unit->strings, event->value);
}

static void look_at_list(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const char *way = way_of(program, ref);
    size_t count = 0;
    struct found worst = {NULL};
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA & ~(uint32_t)VT_TAG_INDEX);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct found found = {.trace = trace, .source = &sources[i]};
        const char *method = method_of(program, &sources[i]);
        if (is_no_text(trace, &sources[i]))
            continue;
        for (const struct weakness *old = old_methods; old->part && *method; old++)
            if (strcmp(old->part, method) == 0) {
                found.weakness = old;
                found.word = (struct word){method, strlen(method)};
            }
        if (!*method)
            found.weakness = read_list(vt_source_text(&sources[i]), way, &found.word);
        if (!*method && !found.weakness)
            found.weakness = read_numbers(program, ref, &sources[i], &found.word);
        if (found.weakness && (!worst.weakness || found.weakness->weight > worst.weakness->weight))
            worst = found;
    }
    if (worst.weakness && !is_tried(program, ref))
        report(check, ref, VT_ROLE_ALGORITHM, &worst);
}

/* The number that SOURCE is; in a range of two versions it lies as its two bytes. */
static bool version_number(const struct vt_source *source, int64_t *number) {
    const unsigned char *bytes = (const unsigned char *)vt_source_text(source);
    if (source->kind != VT_SOURCE_CONSTANT)
        return false;
    if (source->constant->kind == VT_CONSTANT_INT)
        *number = source->constant->number;
    else if (source->constant->kind == VT_CONSTANT_BYTES && vt_source_size(source) == 2)
        *number = bytes[0] | bytes[1] << 8;
    else
        return false;
    return true;
}

/* True if TRACE leads to a version, counted by WAY, that is not too old. */
static bool has_good_version(const struct vt_trace *trace, const char *way) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    int64_t number;
    for (size_t i = 0; i < count; i++)
        if (version_number(&sources[i], &number) && number > 2 && !read_version(way, number))
            return true;
    return false;
}

static void look_at_version(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const char *way = way_of(program, ref);
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_MODE, VT_ABOUT_DATA & ~(uint32_t)VT_TAG_INDEX);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        int64_t number;
        if (!version_number(&sources[i], &number))
            continue;
        struct found found = {
            .trace = trace, .source = &sources[i], .is_menu = has_good_version(trace, way)};
        found.weakness = read_version(way, number);
        if (!found.weakness)
            continue;
        found.word = (struct word){found.weakness->part, strlen(found.weakness->part)};
        report(check, ref, VT_ROLE_MODE, &found);
        return;
    }
}

/* ---- One by one -------------------------------------------------------------------------- */

/* A constant of ROLE of REF that is not 0, or NULL; *TRACE is its way. */
static const struct vt_source *find_number(struct vt_program *program, struct vt_event_ref ref,
                                           enum vt_role role, const struct vt_trace **trace) {
    size_t count = 0;
    int64_t number;
    *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_number(&sources[i], &number) && number)
            return &sources[i];
    return NULL;
}

/* A version that is turned on by its own switch. */
static void look_at_allowed_version(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const char *name = way_of(program, ref);
    struct found found = {.weakness = strcmp(name, ssl2.part) == 0 ? &ssl2 : &ssl3,
                          .word = {name, strlen(name)}};
    found.source = find_number(program, ref, VT_ROLE_MODE, &found.trace);
    if (found.source && vt_event_applies(program, ref))
        report(check, ref, VT_ROLE_MODE, &found);
}

/* A suite that is turned on by its number; of several, the first that is weak. */
static void look_at_allowed_suite(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *mode;
    struct found found = {.trace = vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA)};
    size_t count = 0;
    const struct vt_source *sources = found.trace ? vt_trace_sources(found.trace, &count) : NULL;
    for (size_t i = 0; i < count && !found.weakness; i++) {
        int64_t number;
        if (!vt_source_number(&sources[i], &number))
            continue;
        const char *name = vt_suite_name((uint32_t)number);
        found.source = &sources[i];
        found.word = (struct word){name, name ? strlen(name) : 0};
        found.weakness = name ? weakness_of(&found.word, &openssl) : NULL;
    }
    if (found.weakness && find_number(program, ref, VT_ROLE_MODE, &mode))
        report(check, ref, VT_ROLE_ALGORITHM, &found);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "net.cipher", look_at_list);
    vt_check_each(check, VT_FACT_EFFECT, "net.version", look_at_version);
    vt_check_each(check, VT_FACT_EFFECT, "net.allow.version", look_at_allowed_version);
    vt_check_each(check, VT_FACT_EFFECT, "net.allow.suite", look_at_allowed_suite);
}

const struct vt_rule vt_crypto_weak_tls = {
    .id = "crypto/weak-tls",
    .name = "WeakTls",
    .summary = "TLS or SSH accepts broken suites or versions",
    .description =
        "Lists of cipher suites, priority strings and protocol versions are read as the library "
        "reads them. What is accepted though it encrypts nothing, authenticates nobody, has short "
        "keys, a broken cipher or an obsolete protocol is a finding; what is struck out is not, "
        "and neither is what the user chooses.",
    .help = "Leave suites and versions to the library's defaults, or name TLS 1.2 and 1.3 with "
            "AEAD suites only.",
    .cwe = "CWE-326,CWE-327,CWE-757",
    .precision = "high",
    .severity = 7.4,
    .run = run,
};
