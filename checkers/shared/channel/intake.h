/* Intakes: where something from outside comes to be executed, loaded or installed.
 *
 * The rules of family update/ share one search, and each intake has one fault, so that one
 * behaviour is one finding: a check that is made wrongly is told before the way the bytes came, and
 * that before there being no check at all. */
#ifndef VT_CHECKERS_INTAKE_H
#define VT_CHECKERS_INTAKE_H

#include "checkers/shared/ask.h"

enum vt_fault {
    VT_FAULT_NONE,      /* a signature, MAC or known digest stands before it on every way */
    VT_FAULT_MISREAD,   /* `check` is made, but its result does not tell what it should */
    VT_FAULT_SKIPPED,   /* `check` is made, but there is a way around it */
    VT_FAULT_CHECKSUM,  /* `check` compares with a digest that comes from where the bytes come */
    VT_FAULT_COMMAND,   /* not checked: received text is run as a command */
    VT_FAULT_MEMORY,    /* not checked: it is run without being a file first */
    VT_FAULT_TRANSPORT, /* not checked: a file that came in the clear from a peer known by name */
    VT_FAULT_FILE,      /* not checked: any other file */
};

/* How the result of `check` fails to tell. */
enum vt_misreading {
    VT_MISREAD_DROPPED,  /* nothing on the way depends on it */
    VT_MISREAD_BLURRED,  /* the condition does not tell success from failure */
    VT_MISREAD_INVERTED, /* the way is taken when the check fails */
};

struct vt_intake {
    enum vt_fault fault;
    struct vt_event_ref sink;
    enum vt_role role; /* of the sink: what is run, or names it */
    int base;          /* how bad it is, 0 .. 100 */
    const char *verb;  /* "is run as a command" */
    bool is_file;      /* it is written to a file by event `write` first */
    bool is_local;     /* it comes from a file or descriptor of this host (MISREAD, SKIPPED) */
    bool is_unplaced;  /* it is read from a descriptor whose opening was not found */
    struct vt_event_ref write;
    bool is_wide;                 /* one of the two searches for its name ran out */
    bool is_shared;               /* its name may be another than the one that is used */
    const char *name;             /* of the file, as far as it is written in the program; else "" */
    const struct vt_trace *trace; /* how it comes to the sink, or to `write` */
    const struct vt_source *source;
    const struct vt_flow_step *steps; /* calls by which data and file name come there, in any */
    size_t nsteps;                    /* order: for questions in the same context */
    struct vt_event_ref check;
    enum vt_misreading misreading;
};

/* The intakes of the program whose fault is FAULT, *COUNT of them, in the check's arena. */
struct vt_intake *vt_find_intakes(struct vt_check *check, enum vt_fault fault, size_t *count);

/* Adds the way of INTAKE as steps, by way of its check if it has one; CHECKED says what is wrong
 * with that. */
void vt_intake_path(struct vt_check *check, struct vt_finding *finding,
                    const struct vt_intake *intake, const char *checked);

/* The name of the library function that received the bytes. */
const char *vt_intake_receiver(struct vt_program *program, const struct vt_intake *intake);

/* Who the bytes come from. */
struct vt_peer vt_intake_ask_peer(struct vt_program *program, const struct vt_intake *intake);

/* True if INTAKE's bytes come in the clear from a peer that the program names. */
bool vt_intake_is_plain(struct vt_program *program, const struct vt_intake *intake);

/* What INTAKE's bytes are written to, for a sentence: "file" or "file `/run/codec.so`". */
const char *vt_intake_file(struct vt_check *check, const struct vt_intake *intake);

/* Adds evidence: who the bytes come from, and how sure the way is. */
void vt_intake_weigh(struct vt_check *check, struct vt_finding *finding,
                     const struct vt_intake *intake);

/* The name of the library function that event REF is a call of. */
const char *vt_event_function(struct vt_program *program, struct vt_event_ref ref);

/* Sets fault, check and misreading of INTAKE, whose other fields are set, as far as checks go:
 * NONE to CHECKSUM, or VT_FAULT_FILE if nothing is checked. (flaw.c) */
void vt_intake_judge(struct vt_check *check, struct vt_intake *intake);

/* How the result of event REF comes to what CONDITION tests, or NULL. (flaw.c) */
const struct vt_source *vt_condition_about(struct vt_program *program,
                                           struct vt_condition_ref condition,
                                           struct vt_event_ref ref);

/* True if SOURCE, of a trace, is the text of a message from the network. */
bool vt_is_network(struct vt_program *program, const struct vt_source *source);

#endif
