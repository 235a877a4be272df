/* Leaks: data of this host on their way out of it. What the rules of family exfil share. */
#ifndef VT_CHECKERS_LEAK_H
#define VT_CHECKERS_LEAK_H

#include "checkers/shared/ask.h"

/* Tags on which data do not leak. What chooses from a table is encoded by it, so it does. */
#define VT_NOT_LEAKED ((VT_ABOUT_DATA | VT_TAG_HANDLE) & ~(uint32_t)VT_TAG_INDEX)

/* A flow that may have to be told: the question, its answers, and one of them. */
struct vt_leak {
    struct vt_asked asked;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

/* Looks at one source of what leaves. True: it was told, and the place needs no further look. LEAK
 * may be changed; CONTEXT is the rule's. */
typedef bool (*vt_leak_visit)(struct vt_check *check, struct vt_leak *leak, void *context);

/* Shows VISIT all sources of role ROLE of every effect of CLASS_NAME. */
void vt_leaks_by(struct vt_check *check, const char *class_name, enum vt_role role,
                 vt_leak_visit visit, void *context);

/* The same for what is sent: payloads of sends, and of writes and copies to sockets, to TLS
 * connections and to commands that send what they get. */
void vt_leaks_to_network(struct vt_check *check, vt_leak_visit visit, void *context);

/* The same for what is written to files. */
void vt_leaks_to_files(struct vt_check *check, vt_leak_visit visit, void *context);

/* How a place sends. */
enum vt_way {
    VT_WAY_PLAIN,
    VT_WAY_RAW,    /* packets that the program builds itself */
    VT_WAY_LOOKUP, /* questions to a name server */
    VT_WAY_LOCAL,  /* to this host: its processes, its kernel */
};
enum vt_way vt_leak_way(struct vt_program *program, struct vt_event_ref ref);

/* What is known of the name of a file. Of several names the parts are joined. */
struct vt_file_name {
    const char *text; /* the first constant part that names a file or folder; or "" */
    bool concealed;   /* the program decodes it first */
    bool is_rooted;   /* some constant part says where it begins: "/var/lib/x" */
    bool home;        /* in the home folder of a user */
    bool walked;      /* met while reading a folder */
    bool given;       /* by the user: command line, environment, settings, terminal */
    bool network;     /* by a peer, with what `request` brought */
    struct vt_event_ref request;
    bool any; /* it has a name at all */
};

/* True if SOURCE tells where the home folder of a user is. */
bool vt_leak_is_home(struct vt_program *program, const struct vt_source *source);

/* True if SOURCE is what a program is told by who runs it. */
bool vt_leak_is_setting(struct vt_program *program, const struct vt_source *source);

/* True if SOURCE (or NULL) is read through a handle from a file whose name tells CLASS_NAME. */
bool vt_leak_is_of(struct vt_program *program, const struct vt_source *source,
                   const char *class_name);

/* True if LEAK's place copies from the handle that its source opened: of a pipe, what another copy
 * put into it. */
bool vt_leak_is_copy(struct vt_program *program, const struct vt_leak *leak);

/* Of the file that the source of LEAK, an io.read or file origin, was read from, or is copied from.
 */
struct vt_file_name vt_leak_read_name(struct vt_check *check, const struct vt_leak *leak);

/* Of the file that LEAK writes to; without a source, on any way. */
struct vt_file_name vt_leak_written_name(struct vt_check *check, const struct vt_leak *leak);

/* True if the source of LEAK may have been read from a file whose name tells of CLASS_NAME; then
 * LEAK becomes a way on which it was. */
bool vt_leak_is_named(struct vt_check *check, struct vt_leak *leak, const char *class_name);

/* True if SOURCE, a file's name, is that of the program's own: what a library says it is, or what
 * the system has a link to it for. */
bool vt_leak_names_own(struct vt_program *program, const struct vt_source *source);

/* The pattern of kind "file" that TEXT fits, if it tells of CLASS_NAME; else NULL. */
const struct vt_pattern *vt_leak_pattern(struct vt_program *program, const char *text,
                                         const char *class_name);

/* What secret the source of LEAK is, for people; NULL if it is none. Of what is one by its name (a
 * file, a variable of the environment), LEAK becomes a way on which it is. */
const char *vt_leak_secret(struct vt_check *check, struct vt_leak *leak);

/* A file that lists of its folder leave out, or a folder where nobody looks after files. */
bool vt_is_odd_place(const char *path);

/* True if on every way to EVENT a setting is held against something: a switch that can be off. What
 * the data of SOURCE (or NULL) say does not count. */
bool vt_leak_has_switch(struct vt_program *program, struct vt_event_ref event,
                        const struct vt_source *source);

/* Who receives. */
struct vt_peer vt_leak_peer(struct vt_check *check, const struct vt_leak *leak);

/* True if data of the source of LEAK also get to a peer that is written in the program, by calls by
 * which no setting names one; then LEAK becomes a way on which they do. */
bool vt_leak_has_constant_peer(struct vt_check *check, struct vt_leak *leak);

/* True if PEER stands for whoever listens on the local network: broadcast or multicast. */
bool vt_peer_is_group(const struct vt_peer *peer);

/* ---- Evidence: each adds what it finds to FINDING ------------------------------------------ */

/* A peer written in the program (+25), decoded first (+20); -40 if it is configured, -20 if it
 * connected itself, -30 for a group on the local network. */
void vt_leak_weigh_peer(struct vt_check *check, struct vt_finding *finding,
                        const struct vt_peer *peer);

/* Xored (+15), encoded (+10), compressed, encrypted (+5). */
void vt_leak_weigh_disguise(struct vt_check *check, struct vt_finding *finding, uint32_t tags);

/* Runs before main, or when a library is loaded (+20). */
void vt_leak_weigh_start(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_leak *leak);

/* A switch stands before it (-30). */
void vt_leak_weigh_switch(struct vt_check *check, struct vt_finding *finding,
                          const struct vt_leak *leak);

/* No switch stands before it, and one before another send (+15). */
void vt_leak_weigh_siblings(struct vt_check *check, struct vt_finding *finding,
                            const struct vt_leak *leak);

/* The search for its sources was cut: what was found is more than what is there (-10). */
void vt_leak_weigh_doubt(struct vt_check *check, struct vt_finding *finding,
                         const struct vt_leak *leak);

/* All five, and the circumstances (circumstances.h). */
void vt_leak_weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_leak *leak,
                   const struct vt_peer *peer);

#endif
