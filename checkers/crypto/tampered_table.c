/* crypto/tampered-table: constants of a known algorithm of which a few are not what they should be.
 *
 *     static const uint8_t sbox[256] = { 0x63, 0x7c, 0x77, 0x7b, ... };   // one entry is another
 *
 * The compiler's side compares all constants of a unit with the tables of models/tables/, and looks
 * whether loops read them to their end: fewer constants are fewer rounds; and, of AES, how often a
 * block looks them up. Not caught: tables that the program computes, those that are altered from
 * end to end (they are no longer known), and rounds of ciphers without tables.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { BASE = 75, NO_CRYPTOGRAPHY = -30 };

static const struct vt_reference *reference_of(const struct vt_models *models, const char *name) {
    for (size_t i = 0; i < models->nreferences; i++)
        if (strcmp(models->references[i].name, name) == 0)
            return &models->references[i];
    return NULL;
}

/* What the event tells in words. */
static const char *text_of(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_ARGUMENT, NULL, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    return count ? vt_source_text(&sources[0]) : "";
}

static bool has_exact(struct vt_check *check, const char *name) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "table.exact", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(vt_event_value(program, refs[i]), name) == 0)
            return true;
    return false;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *name = vt_string(unit->strings, event->value);
    const char *symbol = vt_string(unit->strings, event->function);
    const struct vt_reference *reference = reference_of(vt_program_models(program), name);
    struct vt_finding *finding = vt_finding_new(check, ref);
    const char *where =
        *symbol ? vt_alloc_format(vt_check_arena(check), "In `%s` the", symbol) : "The";
    vt_finding_message(check, finding, "%s constants of %s (%s) are altered: %s.", where,
                       reference ? reference->algorithm : "an algorithm", name,
                       text_of(program, ref));
    vt_finding_path(check, finding, NULL, NULL, NULL, "The constants stand here");
    if (reference && strcmp(reference->primitive, "other") == 0)
        vt_finding_evidence(check, finding, "no-cryptography", NO_CRYPTOGRAPHY,
                            "A checksum protects against accidents only");
    if (has_exact(check, name))
        vt_finding_evidence(check, finding, "right-elsewhere", 5,
                            "The program holds the right ones as well");
    vt_finding_send(check, finding, BASE);
}

/* Constants of which only the first are used make fewer rounds. */
static void look_at_unread(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *name = vt_string(unit->strings, event->value);
    const struct vt_reference *reference = reference_of(vt_program_models(program), name);
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "Of the constants of %s (%s) in `%s` the last are never read, only the "
                       "first %s: rounds are left out.",
                       reference ? reference->algorithm : "an algorithm", name,
                       vt_string(unit->strings, event->function), text_of(program, ref));
    vt_finding_path(check, finding, NULL, NULL, NULL, "The constants stand here");
    vt_finding_send(check, finding, BASE);
}

/* A block goes through fewer rounds than there are. */
static void look_at_rounds(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_reference *reference =
        reference_of(vt_program_models(program), vt_event_value(program, ref));
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "A block goes through %s rounds of %s only.",
                       text_of(program, ref), reference ? reference->algorithm : "an algorithm");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The rounds are made here");
    vt_finding_send(check, finding, BASE);
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_EFFECT, "table.altered", look_at);
    vt_check_each(check, VT_FACT_EFFECT, "table.unread", look_at_unread);
    vt_check_each(check, VT_FACT_EFFECT, "table.rounds", look_at_rounds);
}

const struct vt_rule vt_crypto_tampered_table = {
    .id = "crypto/tampered-table",
    .name = "TamperedTable",
    .summary = "Constants of a known algorithm are altered in a few places",
    .description =
        "An algorithm whose S-box, round constants, curve parameters or prime differ from the "
        "standard in a few entries still encrypts and hashes, and may be broken by who chose the "
        "difference. Constants of any width and byte order, in tables and in code, are compared "
        "with those of the standards; the entries that differ are told.",
    .help =
        "Take the constants from the standard. If the algorithm is meant to be another one, say "
        "so in the declaration and show who has examined it.",
    .cwe = "CWE-327,CWE-506",
    .precision = "very-high",
    .severity = 9.0,
    .run = run,
};
