/* hidden/concealed-command: what is run stands in the program, but nobody can read it there.
 *
 *     for (i = 0; i < sizeof blob; i++)
 *         line[i] = blob[i] ^ 0x5a;
 *     system(line);
 *
 * So with programs, libraries, and functions that are looked up by a decoded name. All that the
 * text is made of stands in the program, and it was xored, computed letter by letter, or decoded by
 * a library, on its way. What is read from a file or a peer and decoded is others' to tell. Not
 * caught: texts that are put together of plain pieces, and letters that are assigned one by one.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/trapdoor/opening.h"
#include "engine/base/arena.h"

/* Tags of what is no text of it any more. */
#define NOT_TEXT (VT_TAG_LENGTH | VT_TAG_NUMBER | VT_TAG_HASH)

static const struct deed {
    const char *class_name;
    enum vt_role role;
    const char *verb;
    int base;
} deeds[] = {
    {"exec.shell", VT_ROLE_COMMAND, "A command is run", 60},
    {"exec.program", VT_ROLE_PATH, "A program is run", 60},
    {"exec.program", VT_ROLE_ARGUMENT, "A command is run", 60}, /* if something interprets it */
    {"load.library", VT_ROLE_PATH, "A library is loaded", 50},
    {"load.symbol", VT_ROLE_ARGUMENT, "A function is looked up", 45},
};

/* True if TEXT looks like base64 or hexadecimal digits: no name that is only looked through. */
static bool is_encoded(const char *text) {
    enum { SHORTEST = 8 };
    bool has_upper = false, has_lower = false, has_digit = false;
    size_t size = strlen(text);
    for (const char *at = text; *at; at++) {
        if (!isalnum((unsigned char)*at) && !strchr("+/=_-", *at))
            return false;
        has_upper |= isupper((unsigned char)*at) != 0;
        has_lower |= islower((unsigned char)*at) != 0;
        has_digit |= isdigit((unsigned char)*at) != 0;
    }
    return size >= SHORTEST && *text != '/' && (has_digit + has_upper + has_lower) >= 2;
}

/* True if SOURCE, a constant, is a text that the program makes another one of. */
static bool is_decoded(const struct vt_source *source) {
    const struct vt_constant *constant = source->constant;
    if (constant->kind != VT_CONSTANT_TEXT && constant->kind != VT_CONSTANT_BYTES)
        return false;
    if (constant->concealed || source->tags & VT_TAG_XOR)
        return true;
    bool by_library = source->tags & VT_TAG_DECODE && is_encoded(vt_source_text(source));
    return by_library || (source->tags & VT_TAG_ARITHMETIC && constant->kind == VT_CONSTANT_BYTES);
}

/* The text of TRACE (NULL: none) that is decoded, if all of it stands in the program; else NULL. */
static const struct vt_source *find_decoded(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return NULL;
        if (is_decoded(&sources[i]) && !(found && found->constant->concealed))
            found = &sources[i];
    }
    return found && !vt_trace_is_cut(trace) ? found : NULL;
}

/* True if TEXT can be read by a person. */
static bool is_readable(const char *text) {
    for (const char *at = text; *at; at++)
        if (!isprint((unsigned char)*at))
            return false;
    return *text != '\0';
}

static void look_for(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed) {
    struct vt_program *program = vt_check_program(check);
    if (deed->role == VT_ROLE_ARGUMENT && vt_class_is(deed->class_name, "exec") &&
        !vt_opening_interprets(program, ref))
        return;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, deed->role, NULL, VT_ABOUT_DATA | NOT_TEXT);
    const struct vt_source *source = find_decoded(trace);
    if (!source)
        return;
    const char *text = vt_source_text(source);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s whose %s the program decodes first%s.", deed->verb,
                       deed->role == VT_ROLE_COMMAND ? "text" : "name",
                       source->constant->concealed && is_readable(text)
                           ? vt_alloc_format(vt_check_arena(check), ": \"%.60s\"", text)
                           : "");
    vt_finding_path(check, finding, trace, source, "It stands here, concealed", "It is used here");
    vt_finding_send(check, finding, deed->base);
}

static void run(struct vt_check *check) {
    for (size_t d = 0; d < sizeof deeds / sizeof *deeds; d++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, deeds[d].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_for(check, refs[i], &deeds[d]);
    }
}

const struct vt_rule vt_hidden_concealed_command = {
    .id = "hidden/concealed-command",
    .name = "ConcealedCommand",
    .summary = "What is run or loaded stands in the program so that nobody can read it",
    .description =
        "A command, a program, a library or a function has a name that the program decodes from "
        "its own data before it is used. Whoever looks through the program, or through the texts "
        "of its image, does not see what it does. Nothing but hiding is gained by that, for the "
        "program has the key with it.",
    .help = "Write down what is run. What must not be read by others does not belong into an "
            "image that they have.",
    .cwe = "CWE-506,CWE-656",
    .precision = "high",
    .severity = 8.5,
    .run = run,
};
