#include "checkers/shared/channel/channels.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

struct survey {
    struct vt_program *program;
    struct vt_arena *arena;
    struct vt_channels *channels;
};

/* What of a peer's data is worth naming: it tells of somebody. */
static const char *const told[] = {"secret",        "host",       "process", "file",
                                   "environment",   "argument",   "io.read", "ipc",
                                   "terminal.read", "certificate"};

/* ---- Collecting ---------------------------------------------------------------------------- */

static struct vt_channel *channel_of(struct survey *survey, struct vt_channel *made) {
    struct vt_channels *channels = survey->channels;
    for (size_t i = 0; i < channels->count; i++) {
        struct vt_channel *channel = &channels->items[i];
        if (channel->kind == made->kind && strcmp(channel->name, made->name) == 0)
            return channel;
    }
    channels->items = vt_grow(survey->arena, channels->items, channels->count, &channels->capacity,
                              sizeof *channels->items);
    channels->items[channels->count] = *made;
    return &channels->items[channels->count++];
}

static void add_data(struct survey *survey, struct vt_channel *channel,
                     const struct vt_channel_data *data) {
    for (size_t i = 0; i < channel->ndata; i++)
        if (strcmp(channel->data[i].class_name, data->class_name) == 0)
            return;
    channel->data = vt_grow(survey->arena, channel->data, channel->ndata, &channel->data_capacity,
                            sizeof *channel->data);
    channel->data[channel->ndata++] = *data;
}

/* The class of what SOURCE tells, if it is worth naming; else NULL. */
static const char *class_of(struct vt_program *program, const struct vt_source *source) {
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (!vt_source_is(program, source, VT_FACT_ORIGIN, told[i]))
            continue;
        const struct vt_unit *unit;
        uint32_t name = vt_program_event(program, source->event, &unit)->class_name;
        return vt_string(unit->strings, name);
    }
    return NULL;
}

static void add_payload(struct survey *survey, struct vt_channel *channel,
                        struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(survey->program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_channel_data data = {class_of(survey->program, &sources[i]), ref, trace,
                                       &sources[i]};
        if (data.class_name)
            add_data(survey, channel, &data);
    }
}

/* ---- Peers --------------------------------------------------------------------------------- */

/* A place that talks to somebody. */
struct contact {
    struct vt_event_ref ref;
    unsigned directions;
};

static void meet(struct survey *survey, const struct contact *contact, struct vt_channel *made) {
    made->event = contact->ref;
    if (made->kind == VT_PEER_CONSTANT &&
        !vt_endpoint_parse(made->name, survey->arena, &made->endpoint))
        return;
    struct vt_channel *channel = channel_of(survey, made);
    channel->directions |= contact->directions;
    channel->concealed |= made->concealed;
    if (contact->directions & VT_DIRECTION_SENDS)
        add_payload(survey, channel, contact->ref);
}

/* Every peer that TRACE tells of; false if it tells of none. */
static bool meet_peers(struct survey *survey, const struct contact *contact,
                       const struct vt_trace *trace) {
    size_t count = 0;
    bool any = false;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_peer peer = vt_peer_of(survey->program, &sources[i]);
        struct vt_channel made = {.kind = peer.kind, .name = peer.name, .trace = trace};
        made.peer = &sources[i];
        made.concealed = peer.concealed;
        if (peer.kind == VT_PEER_CONSTANT || peer.kind == VT_PEER_CONFIGURED)
            meet(survey, contact, &made);
        any |= peer.kind != VT_PEER_UNKNOWN;
    }
    return any;
}

static void look_at(struct survey *survey, const struct contact *contact) {
    struct vt_program *program = survey->program;
    const struct vt_trace *named =
        vt_trace_role(program, contact->ref, VT_ROLE_PEER, NULL, VT_ABOUT_DATA);
    bool known = meet_peers(survey, contact, named);
    const struct vt_trace *opened =
        vt_trace_role(program, contact->ref, VT_ROLE_HANDLE, "peer", VT_ABOUT_DATA);
    known |= meet_peers(survey, contact, opened);
    survey->channels->unknown += !known;
}

static void look_at_all(struct survey *survey, const char *class_name, unsigned directions,
                        const char *handle) {
    size_t count;
    struct vt_event_ref *events =
        vt_program_events(survey->program, VT_FACT_EFFECT, class_name, survey->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct contact contact = {events[i], directions};
        if (!handle || vt_handle_is(survey->program, events[i], handle))
            look_at(survey, &contact);
    }
}

static void look_at_listeners(struct survey *survey) {
    size_t count;
    struct vt_event_ref *events =
        vt_program_events(survey->program, VT_FACT_EFFECT, "net.listen", survey->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct contact contact = {events[i], VT_DIRECTION_RECEIVES};
        struct vt_channel made = {.kind = VT_PEER_CALLER, .name = ""};
        meet(survey, &contact, &made);
    }
}

/* ---- Declarations -------------------------------------------------------------------------- */

static bool declares(const struct vt_service *service, const struct vt_channel *channel) {
    if (channel->kind == VT_PEER_CALLER)
        return service->is_listener;
    if (channel->kind == VT_PEER_CONFIGURED)
        return service->is_configured;
    for (size_t i = 0; i < service->nendpoints; i++)
        if (vt_endpoint_covers(&service->endpoints[i], &channel->endpoint))
            return true;
    return false;
}

static void compare(struct vt_channels *channels) {
    const struct vt_declaration *declaration = channels->declaration;
    for (size_t c = 0; declaration && c < channels->count; c++)
        for (size_t s = 0; !channels->items[c].service && s < declaration->nservices; s++)
            if (declares(&declaration->services[s], &channels->items[c]))
                channels->items[c].service = &declaration->services[s];
}

bool vt_channels_use(const struct vt_channels *channels, const struct vt_service *service) {
    for (size_t i = 0; i < channels->count; i++)
        if (declares(service, &channels->items[i]))
            return true;
    return false;
}

/* True if NAME is one of our classes of data, so that the vendor can be held to it. */
static bool is_class(const char *name) {
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (vt_class_is(name, told[i]))
            return true;
    return false;
}

bool vt_channel_may_send(const struct vt_channel *channel, const char *class_name) {
    const struct vt_service *service = channel->service;
    bool told_ours = false;
    for (size_t i = 0; i < service->ndata; i++) {
        const struct vt_declared_data *data = &service->data[i];
        if (vt_class_is(class_name, data->classification) && data->directions & VT_DIRECTION_SENDS)
            return true;
        told_ours |= is_class(data->classification);
    }
    return !told_ours;
}

struct vt_channels *vt_channels_of(struct vt_program *program, struct vt_arena *arena) {
    struct vt_channels *channels = vt_alloc(arena, sizeof *channels);
    struct survey survey = {program, arena, channels};
    channels->declaration = vt_program_declaration(program);
    look_at_all(&survey, "net.resolve", 0, NULL); /* first: it stands nearest to the name */
    look_at_all(&survey, "net.connect", 0, NULL);
    look_at_all(&survey, "net.send", VT_DIRECTION_SENDS, NULL);
    look_at_all(&survey, "net.receive", VT_DIRECTION_RECEIVES, NULL);
    look_at_all(&survey, "io.write", VT_DIRECTION_SENDS, "socket");
    look_at_listeners(&survey);
    compare(channels);
    return channels;
}

const char *vt_channel_words(struct vt_arena *arena, const struct vt_channel *channel) {
    if (channel->kind == VT_PEER_CONFIGURED)
        return "a peer that the configuration names";
    if (channel->kind == VT_PEER_CALLER)
        return "whoever connects";
    return vt_alloc_format(arena, "`%s`", channel->name);
}
