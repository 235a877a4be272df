/* The channels of a program: whom it talks to over the network, and which data go there. */
#ifndef VT_CHECKERS_CHANNELS_H
#define VT_CHECKERS_CHANNELS_H

#include "checkers/shared/ask.h"
#include "engine/program/declaration.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A class of data that a channel is sent, and the first place that sends it. */
struct vt_channel_data {
    const char *class_name; /* "secret.credential" */
    struct vt_event_ref event;
    const struct vt_trace *trace;   /* of its payload, */
    const struct vt_source *source; /* and the data in there */
};

/* One peer, however many places talk to it. */
struct vt_channel {
    enum vt_peer_kind kind;       /* CONSTANT; CONFIGURED; CALLER: the program listens */
    const char *name;             /* CONSTANT: as it stands in the program; else "" */
    struct vt_endpoint endpoint;  /* CONSTANT */
    bool concealed;               /* the program decodes the name first */
    unsigned directions;          /* of enum vt_direction */
    struct vt_event_ref event;    /* the first that uses it */
    const struct vt_trace *trace; /* CONSTANT, CONFIGURED: what its peer comes from, */
    const struct vt_source *peer; /* and the source in there */
    struct vt_channel_data *data;
    size_t ndata, data_capacity;
    const struct vt_service *service; /* that declares it; NULL: none does */
};

struct vt_channels {
    struct vt_channel *items;
    size_t count, capacity;
    size_t unknown;                           /* places whose peer nobody could tell */
    const struct vt_declaration *declaration; /* they are held against; or NULL */
};

/* All channels of PROGRAM, in program order, held against its declaration if it has one. Peers on
 * this host are none. In ARENA. */
struct vt_channels *vt_channels_of(struct vt_program *program, struct vt_arena *arena);

/* The peer of CHANNEL as a sentence has it: "`a.example`", "whoever connects". In ARENA. */
const char *vt_channel_words(struct vt_arena *arena, const struct vt_channel *channel);

/* True if SERVICE declares some channel, even if another does so too. */
bool vt_channels_use(const struct vt_channels *channels, const struct vt_service *service);

/* True if the service of CHANNEL may be sent data of CLASS_NAME: it says so, or does not tell by
 * our classes which data it gets. */
bool vt_channel_may_send(const struct vt_channel *channel, const char *class_name);

#ifdef __cplusplus
}
#endif
#endif
