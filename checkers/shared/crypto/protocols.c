#include "checkers/shared/crypto/protocols.h"

#include <ctype.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/crypto/suites.h"
#include "engine/base/strings.h"

enum { LONGEST = 64 };

/* ---- Versions ---------------------------------------------------------------------------- */

static const char *const by_minor[] = {"SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"};

static const char *minor_version(int64_t number) {
    const int64_t count = sizeof by_minor / sizeof *by_minor;
    return number >= 0 && number < count ? by_minor[number] : NULL;
}

const char *vt_protocol_version(const char *way, int64_t number) {
    if (strcmp(way, "minor") == 0)
        return minor_version(number);
    if (strcmp(way, "curl") == 0) /* below the newest, which stands above; 1 is any TLS */
        return (number & 0xffff) == 2 ? "SSL 2.0" : minor_version((number & 0xffff) - 3);
    if (strcmp(way, "wire") != 0)
        return NULL;
    switch (number) {
    case 0x0002:
        return "SSL 2.0";
    case 0x0100:
    case 0xfeff:
        return "DTLS 1.0";
    case 0xfefd:
        return "DTLS 1.2";
    default:
        return minor_version(number - 0x300);
    }
}

/* A method of a library that is one version: "TLSv1.2". */
static const char *version_of_method(const char *name) {
    static const struct {
        const char *method, *version;
    } methods[] = {{"SSLv3", "SSL 3.0"},
                   {"TLSv1.0", "TLS 1.0"},
                   {"TLSv1.1", "TLS 1.1"},
                   {"TLSv1.2", "TLS 1.2"},
                   {"TLSv1.3", "TLS 1.3"}};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i].method, name) == 0)
            return methods[i].version;
    return NULL;
}

/* ---- Lists ------------------------------------------------------------------------------- */

/* A suite is told from a keyword by what it is put together of: a cipher or digest with a number in
 * its name, behind '-' or '_'. */
static bool is_suite(const char *word) {
    bool cut = false, digit = false;
    for (; *word; word++) {
        if (!isalnum((unsigned char)*word) && *word != '-' && *word != '_')
            return false;
        cut |= *word == '-' || *word == '_';
        digit |= cut && isdigit((unsigned char)*word);
    }
    return cut && digit;
}

/* Takes the next word of *LIST; false if there is none. Longer words are cut, and no suites. */
static bool next_word(const char **list, char word[LONGEST]) {
    *list += strspn(*list, ":, ;");
    size_t length = strcspn(*list, ":, ;");
    size_t kept = length < LONGEST ? length : 0;
    memcpy(word, *list, kept);
    word[kept] = 0;
    *list += length;
    return length > 0;
}

struct visitor {
    vt_protocol_visit visit;
    void *context;
    struct vt_event_ref ref;
};

/* "NORMAL:-VERS-ALL:+VERS-TLS1.2" of GnuTLS names versions; its other words are parts of suites. */
static void visit_word(const struct visitor *visitor, const char *word, bool is_priority) {
    const char *version = strstr(word, "VERS-TLS1.");
    if (is_priority && *word == '+' && version && strlen(version) == 11) {
        const char *name = minor_version(version[10] - '0' + 1);
        if (name)
            visitor->visit(visitor->context, name, false, visitor->ref);
    } else if (!is_priority && is_suite(word) && isalnum((unsigned char)*word)) {
        visitor->visit(visitor->context, word, true, visitor->ref);
    }
}

static bool is_priority(const char *list) {
    return strstr(list, ":+") || strstr(list, "VERS-") || strstr(list, "%");
}

static void visit_list(const struct visitor *visitor, const char *list) {
    bool priority = is_priority(list);
    char word[LONGEST];
    while (next_word(&list, word))
        visit_word(visitor, word, priority);
}

/* Suites that SOURCE holds as numbers. */
static void visit_numbers(struct vt_program *program, const struct visitor *visitor,
                          const struct vt_source *source) {
    const char *name;
    size_t at = 0;
    while ((name = vt_suite_next(program, visitor->ref, source, &at)))
        visitor->visit(visitor->context, name, true, visitor->ref);
}

static void visit_choice(struct vt_program *program, const struct visitor *visitor) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, visitor->ref, VT_ROLE_ALGORITHM,
                                                  VT_ABOUT_DATA & ~(uint32_t)VT_TAG_INDEX);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "algorithm")) {
            visit_list(visitor, vt_source_text(&sources[i]));
            visit_numbers(program, visitor, &sources[i]);
            continue;
        }
        const struct vt_event *event = vt_program_event(program, sources[i].event, &unit);
        const char *version = version_of_method(vt_string(unit->strings, event->value));
        if (version)
            visitor->visit(visitor->context, version, false, visitor->ref);
    }
}

static void visit_version(struct vt_program *program, const struct visitor *visitor) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, visitor->ref, &unit);
    const char *way = vt_string(unit->strings, event->value);
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, visitor->ref, VT_ROLE_MODE,
                                                  VT_ABOUT_DATA & ~(uint32_t)VT_TAG_INDEX);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct vt_constant *constant = sources[i].constant;
        if (sources[i].kind != VT_SOURCE_CONSTANT || constant->kind != VT_CONSTANT_INT)
            continue;
        const char *version = vt_protocol_version(way, constant->number);
        if (version)
            visitor->visit(visitor->context, version, false, visitor->ref);
    }
}

void vt_protocols_visit(struct vt_program *program, struct vt_arena *arena, vt_protocol_visit visit,
                        void *context) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "net.cipher", arena, &count);
    for (size_t i = 0; i < count; i++)
        visit_choice(program, &(struct visitor){visit, context, refs[i]});
    refs = vt_program_events(program, VT_FACT_EFFECT, "net.version", arena, &count);
    for (size_t i = 0; i < count; i++)
        visit_version(program, &(struct visitor){visit, context, refs[i]});
}
