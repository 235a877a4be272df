/* Questions that several rules ask: who the peer is, what a handle leads to, whether something was
 * verified. They are made of what program.h gives. */
#ifndef VT_CHECKERS_ASK_H
#define VT_CHECKERS_ASK_H

#include "engine/finding/finding.h"

/* Tags on which the data themselves do not travel: only something about them. And nothing that
 * holds only because a crowded object was not looked at field by field: no path, no finding. */
#define VT_ABOUT_DATA                                                                              \
    (VT_TAG_LENGTH | VT_TAG_INDEX | VT_TAG_COMPARED | VT_TAG_DECIDED | VT_TAG_FIELD |              \
     VT_TAG_ASSUMED | VT_AVOID_BLUR)

/* Of a name only what is text of it travels on others than these. */
#define VT_NOT_NAME (VT_ABOUT_DATA | VT_TAG_NUMBER)

/* The first and last number of a user who is a person (login.defs); others stand for nobody. */
enum { VT_FIRST_PERSON = 1000, VT_LAST_PERSON = 60000 };

/* True if SOURCE is an event of FACT and CLASS_NAME or below. */
bool vt_source_is(struct vt_program *program, const struct vt_source *source, enum vt_fact fact,
                  const char *class_name);

/* The first source of TRACE (NULL: none) that vt_source_is tells true of; NULL if there is none. */
const struct vt_source *vt_find_source(struct vt_program *program, const struct vt_trace *trace,
                                       enum vt_fact fact, const char *class_name);

/* The one of TRACE's sources (NULL: none) that is event REF, or NULL. */
const struct vt_source *vt_find_event(const struct vt_trace *trace, struct vt_event_ref ref);

/* True if SOURCE is one of TRACE's (NULL: none). */
bool vt_has_source(const struct vt_trace *trace, const struct vt_source *source);

/* The text of a constant source, "" if it has none. */
const char *vt_source_text(const struct vt_source *source);

/* The text of UNIT that gets to the node of FACTS like TO, as far as they tell; NULL if none does.
 */
const char *vt_text_at(const struct vt_unit *unit, const struct vt_function *facts,
                       struct vt_node to);

/* True if TEXT has a place for something else, as printf's have: it is printed, and no word. */
bool vt_is_format(const char *text);

/* True if one of TRACE's sources (NULL: none) is the constant TEXT, which is not empty. */
bool vt_has_text(const struct vt_trace *trace, const char *text);

/* The text of TRACE's only source; "" if it is none, there are several, or TRACE is NULL. */
const char *vt_only_text(const struct vt_trace *trace);

/* What the model of event REF says of it in its value ("TLS", "address"), or "". */
const char *vt_event_value(struct vt_program *program, struct vt_event_ref ref);

/* True if events A and B are of the same call. */
bool vt_is_same_call(struct vt_program *program, struct vt_event_ref a, struct vt_event_ref b);

/* The name of the function that brought an event source ("getpass"). */
const char *vt_source_function(struct vt_program *program, const struct vt_source *source);

enum vt_peer_kind {
    VT_PEER_UNKNOWN,
    VT_PEER_CALLER,     /* whoever connected, or whoever calls the exported function says */
    VT_PEER_LOCAL,      /* this host, a pipe, a local socket */
    VT_PEER_CONSTANT,   /* written in the program */
    VT_PEER_CONFIGURED, /* from a file, the environment, the command line, the terminal */
};

struct vt_peer {
    enum vt_peer_kind kind;
    const char *name; /* CONSTANT: the text; else "" */
    bool concealed;   /* the constant is decoded first */
};

/* What one SOURCE of a peer tells. */
struct vt_peer vt_peer_of(struct vt_program *program, const struct vt_source *source);

/* True if the other end of the handle of REF is the program's own (socketpair), and it is found to
 * be nothing else. */
bool vt_is_own_pair(struct vt_program *program, struct vt_event_ref ref);

/* True if the socket of REF is of a kind that does not leave this host. */
bool vt_has_local_socket(struct vt_program *program, struct vt_event_ref ref);

/* True if what REF receives is sent by a process of this host: its socket is of a kind that does
 * not leave it, the program's own pair, or all that the program connects and binds are such. */
bool vt_is_from_this_host(struct vt_check *check, struct vt_event_ref ref);

/* Who gets what effect REF sends: its role peer, else its handle's field `peer`. */
struct vt_peer vt_ask_peer(struct vt_program *program, struct vt_event_ref ref);

/* The same in the calling context of the NSTEPS STEPS of the flow of DATA (or NULL) to REF
 * (vt_trace_role_at). DATA name no peer where only rounds of a loop bring them to its name. */
struct vt_peer vt_ask_peer_at(struct vt_program *program, struct vt_event_ref ref,
                              const struct vt_flow_step *steps, size_t nsteps,
                              const struct vt_source *data);

/* What an origin was told to read, and what is looked for in it. */
struct vt_naming {
    struct vt_asked sink; /* what was asked when the origin was found */
    struct vt_event_ref origin;
    enum vt_role role;      /* of the origin: what names what it reads, */
    const char *field;      /* or field of its handle, or NULL */
    const char *kind;       /* of name: "file", "variable" (vt_models_classify) */
    const char *class_name; /* that the name tells of */
};

/* True if data of the origin that reach the sink may have been read from something whose name, a
 * constant, tells of that class: on a way that keeps to the calls by which the name gets to
 * the origin. *TRACE and *SOURCE become that way's; nothing is changed if it is false. In ARENA. */
bool vt_ask_naming(struct vt_program *program, const struct vt_naming *naming,
                   struct vt_arena *arena, const struct vt_trace **trace,
                   const struct vt_source **source);

/* True if FUNCTION's address is a source of TRACE (NULL: none). */
bool vt_has_function(const struct vt_trace *trace, uint32_t function);

/* True if a source of TRACE (NULL: none) opens or makes something: a file, a socket, memory. */
bool vt_has_opening(struct vt_program *program, const struct vt_trace *trace);

/* True if EVENT is an effect on something: that the program ends changes nothing. */
bool vt_has_consequence(const struct vt_unit *unit, const struct vt_event *event);

/* True if FUNCTION itself has an effect of a class named CLASS_NAME. */
bool vt_has_effect(struct vt_program *program, uint32_t function, const char *class_name);

/* True if the handle of REF may be an object of CLASS_NAME ("socket"). */
bool vt_handle_is(struct vt_program *program, struct vt_event_ref ref, const char *class_name);

/* True if on every way to REF a condition looks at what event REQUEST brought. */
bool vt_is_looked_at(struct vt_program *program, struct vt_event_ref ref,
                     struct vt_event_ref request);

/* True if some constructor, which runs before main or when a library is loaded, or an IFUNC
 * resolver reaches FUNCTION by calls. */
bool vt_starts_by_itself(struct vt_program *program, uint32_t function);

/* True if PATH is a place of CLASS_NAME or below, by what the models know of places. */
bool vt_is_place(struct vt_program *program, const char *path, const char *class_name);

/* What names the file that event REF is about: its role path, else the path of its handle. NULL if
 * it has neither. */
const struct vt_trace *vt_ask_path(struct vt_program *program, struct vt_event_ref ref);

/* The name of the file that SOURCE is read from; "" if it is read from none, or from several. */
const char *vt_ask_file_read(struct vt_program *program, const struct vt_source *source);

/* True if REF reads a file whose constant name is that of a generator ("/dev/urandom"). */
bool vt_reads_generator(struct vt_program *program, struct vt_event_ref ref);

/* True if SOURCE is what a cryptographic generator brought, by a call or by a file of that name. */
bool vt_is_drawn(struct vt_program *program, const struct vt_source *source);

/* True if PROGRAM is one, and no library. */
bool vt_has_main(struct vt_program *program);

/* True if UNIT has machine code that is written out, which may do anything. */
bool vt_has_assembly(const struct vt_unit *unit);

/* True if REF stands under a condition that nothing in the program fulfils: what is tested is
 * always one of some numbers, and it holds of none. */
bool vt_never_runs(struct vt_program *program, struct vt_event_ref ref);

/* True if on every way to REF a check of CLASS_NAME came out well: its result is compared so that
 * only success goes on. */
bool vt_is_verified(struct vt_program *program, struct vt_event_ref ref, const char *class_name);

#endif
