/* Rules, and what they find. A checker sees this header and program.h, nothing else. */
#ifndef VT_ENGINE_FINDING_H
#define VT_ENGINE_FINDING_H

#include "engine/program/program.h"

#ifdef __cplusplus
extern "C" {
#endif

enum vt_level { VT_LEVEL_NONE, VT_LEVEL_NOTE, VT_LEVEL_WARNING, VT_LEVEL_ERROR };

struct vt_check; /* one run of one rule over one program */

struct vt_rule {
    const char *id;          /* "exfil/secret-to-network" */
    const char *name;        /* "SecretToNetwork" */
    const char *summary;     /* one sentence without the full stop: what it finds */
    const char *description; /* a paragraph: why it matters, what it looks at */
    const char *help;        /* what to do about a finding */
    const char *cwe;         /* "CWE-201,CWE-506" */
    const char *precision;   /* "very-high", "high", "medium", "low" (as GitHub means them) */
    double severity;         /* security-severity, 0.0 .. 10.0 */
    void (*run)(struct vt_check *check);
};

/* All rules, in the order of the reports; the array ends with NULL. (checkers/rules.c) */
extern const struct vt_rule *const vt_rules[];

struct vt_step {
    const char *file;      /* path as the compiler was told, or "" if not known */
    uint32_t line, column; /* from 1; 0 if not known */
    const char *function;
    const char *text; /* a sentence */
    const char *kind; /* SARIF thread-flow kind: "source", "call", "return", "sink", "value" */
    uint32_t depth;   /* calls deep, from 1 */
    bool essential;   /* the path cannot be told without it */
    const struct vt_unit *unit; /* that tells of `file`, or NULL */
};

/* Something that speaks for (weight > 0) or against (weight < 0) suspicion. */
struct vt_evidence {
    const char *id;   /* "constant-peer" */
    const char *text; /* "The peer is the constant 203.0.113.7" */
    int weight;
};

/* The vendor's word that a finding is meant. It is shown, and for a reviewer to accept. */
struct vt_finding_claim {
    const char *reason;
    bool in_source; /* an attribute of the function it is in; else a file */
};

struct vt_finding {
    const struct vt_rule *rule;
    enum vt_level level;
    double rank;         /* 0 .. 100 */
    const char *message; /* sentences */
    size_t nsteps, nevidence;
    struct vt_step *steps; /* in flow order; the last is where the finding is */
    struct vt_evidence *evidence;
    const char *guard;   /* the conditions it stands under, in words; NULL if none */
    const char *unknown; /* what is not known about it, in words; NULL if nothing */
    struct vt_finding_claim *claims;
    size_t nclaims;
    const char *key; /* identifies the finding across line changes: rule, functions, names */
};

struct vt_findings {
    struct vt_arena *arena; /* owns all findings; the caller makes and frees it */
    struct vt_finding *items;
    size_t count, capacity;
};

/* What a rule's run works with. */
struct vt_program *vt_check_program(struct vt_check *check);
struct vt_arena *vt_check_arena(struct vt_check *check); /* lives as long as the findings */

/* Shows LOOK all events of FACT and CLASS_NAME (NULL: any) or below, in program order. */
void vt_check_each(struct vt_check *check, enum vt_fact fact, const char *class_name,
                   void (*look)(struct vt_check *check, struct vt_event_ref ref));

/* Begins a finding that ends at EVENT, to be filled through the functions below and then sent. */
struct vt_finding *vt_finding_new(struct vt_check *check, struct vt_event_ref event);

/* The same for one that ends where CONDITION is tested; no guard is told of it. */
struct vt_finding *vt_finding_at(struct vt_check *check, struct vt_condition_ref condition);

/* Adds the way from SOURCE to the event as steps. FIRST and LAST are the sentences for both ends
 * ("The password is read here"); what lies between is told by the engine. With TRACE and SOURCE
 * NULL the event alone is added, with sentence LAST. */
void vt_finding_path(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_trace *trace, const struct vt_source *source,
                     const char *first, const char *last);

__attribute__((format(printf, 5, 6))) void vt_finding_evidence(struct vt_check *check,
                                                               struct vt_finding *finding,
                                                               const char *id, int weight,
                                                               const char *format, ...);

__attribute__((format(printf, 3, 4))) void
vt_finding_message(struct vt_check *check, struct vt_finding *finding, const char *format, ...);

/* Sends a finding: its level and rank follow from BASE (0..100) plus the evidence's weights:
 * error from 70, warning from 40, note from 15, and below that it is dropped. A finding without a
 * path is a mistake (asserted). */
void vt_finding_send(struct vt_check *check, struct vt_finding *finding, int base);

/* True if NAME is the id of RULE, or the family it belongs to. */
bool vt_rule_is(const struct vt_rule *rule, const char *name);

/* True if the LENGTH bytes of NAME are the id of some rule, or a family. */
bool vt_rule_exists(const char *name, size_t length);

/* Adds a claim with REASON (kept) to FINDING, in the arena of FINDINGS. */
void vt_finding_claimed(struct vt_findings *findings, struct vt_finding *finding,
                        const char *reason, bool in_source);

/* Runs every rule whose id stands in SELECTION (comma-separated ids or families; NULL: all) over a
 * linked program; the findings are sorted and free of doubles, and those of a rule are the same
 * whichever others are selected. False if SELECTION names a rule that does not exist. */
struct vt_error;
bool vt_rules_run(struct vt_program *program, const char *selection, struct vt_findings *findings,
                  struct vt_error *error);

/* True if SELECTION, as given to vt_rules_run, names RULE or its family, or is NULL. */
bool vt_rule_selected(const struct vt_rule *rule, const char *selection);

#ifdef __cplusplus
}
#endif
#endif
