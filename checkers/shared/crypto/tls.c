#include "checkers/shared/crypto/tls.h"

#include <string.h>

/* Another function may have set the field of the same object. */
#define OF_OBJECT (VT_ABOUT_DATA & ~(uint32_t)VT_TAG_ASSUMED)

/* The source of TRACE (NULL: none) that is algorithm SIDE, "server" or "client", or NULL. */
static const struct vt_source *find_side(struct vt_program *program, const struct vt_trace *trace,
                                         const char *side) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "algorithm") &&
            strcmp(vt_event_value(program, sources[i].event), side) == 0)
            return &sources[i];
    return NULL;
}

/* What tells which side the object in ROLE of REF is of. */
static const struct vt_trace *trace_side(struct vt_program *program, struct vt_event_ref ref,
                                         enum vt_role role) {
    return vt_trace_role(program, ref, role, "side", OF_OBJECT);
}

bool vt_tls_is_server(struct vt_program *program, struct vt_event_ref ref) {
    return find_side(program, trace_side(program, ref, VT_ROLE_HANDLE), "server") != NULL;
}

bool vt_tls_only_serves(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count, nservers = 0;
    const struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "net.cipher", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_trace *method =
            vt_trace_value(program, refs[i], VT_ROLE_ALGORITHM, OF_OBJECT);
        if (!vt_find_source(program, method, VT_FACT_ORIGIN, "algorithm"))
            continue; /* a list of ciphers */
        if (!find_side(program, trace_side(program, refs[i], VT_ROLE_ALGORITHM), "server"))
            return false;
        nservers++;
    }
    return nservers > 0;
}

const struct vt_source *vt_tls_client(struct vt_program *program, struct vt_event_ref ref,
                                      const struct vt_trace **trace) {
    *trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_TAG_DECIDED);
    const struct vt_source *made = vt_tls_making(program, *trace);
    if (made)
        return made;
    *trace = trace_side(program, ref, VT_ROLE_HANDLE);
    return find_side(program, *trace, "client");
}

/* Memory that one function asks for on behalf of many: it says nothing about which object. */
static bool is_anything(struct vt_program *program, const struct vt_source *source) {
    const struct vt_site *callers;
    return vt_source_is(program, source, VT_FACT_ALLOC, "memory") &&
           vt_program_callers(program, source->event.function, &callers) > 1;
}

static bool is_same(struct vt_program *program, const struct vt_source *a,
                    const struct vt_source *b) {
    if (a->kind != b->kind || a->function != b->function)
        return false;
    if (a->kind == VT_SOURCE_EVENT)
        return a->event.event == b->event.event && !is_anything(program, a);
    return a->kind == VT_SOURCE_PARAMETER && a->index == b->index;
}

/* True if what A and B lead to has one object in common. */
static bool share_object(struct vt_program *program, const struct vt_trace *a,
                         const struct vt_trace *b) {
    size_t na = 0, nb = 0;
    const struct vt_source *as = a ? vt_trace_sources(a, &na) : NULL;
    const struct vt_source *bs = b ? vt_trace_sources(b, &nb) : NULL;
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; k < nb; k++)
            if (is_same(program, &as[i], &bs[k]))
                return true;
    return false;
}

bool vt_tls_share_handle(struct vt_program *program, struct vt_event_ref ref,
                         struct vt_event_ref event) {
    static const char *const fields[] = {"context", "key"}; /* "key": credentials */
    const struct vt_trace *a = vt_trace_value(program, ref, VT_ROLE_HANDLE, OF_OBJECT);
    const struct vt_trace *b = vt_trace_value(program, event, VT_ROLE_HANDLE, OF_OBJECT);
    if (share_object(program, a, b))
        return true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (share_object(program, a,
                         vt_trace_role(program, event, VT_ROLE_HANDLE, fields[i], OF_OBJECT)))
            return true;
    return false;
}

bool vt_tls_shares(struct vt_check *check, struct vt_event_ref ref, enum vt_fact fact,
                   const char *class_name) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(vt_check_program(check), fact, class_name, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (vt_tls_share_handle(vt_check_program(check), ref, refs[i]))
            return true;
    return false;
}

bool vt_tls_is(struct vt_program *program, struct vt_event_ref ref) {
    return strcmp(vt_event_value(program, ref), "TLS") == 0;
}

const struct vt_source *vt_tls_making(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *made = NULL;
    for (size_t i = 0; i < count; i++) {
        if (vt_source_is(program, &sources[i], VT_FACT_ALLOC, "tls"))
            made = made ? made : &sources[i];
        else if (sources[i].kind != VT_SOURCE_CONSTANT) /* none at all */
            return NULL;
    }
    return made;
}

bool vt_tls_is_set(struct vt_program *program, struct vt_event_ref ref, const char *field) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_HANDLE, field, VT_TAG_DECIDED | VT_TAG_COMPARED);
    if (trace)
        vt_trace_sources(trace, &count);
    return count > 0;
}
