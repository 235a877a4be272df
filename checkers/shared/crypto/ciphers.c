#include "checkers/shared/crypto/ciphers.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "engine/facts/model.h"

/* True if the program holds constants of ALGORITHM as its standard has them. */
static bool has_constants(struct vt_program *program, const char *algorithm,
                          struct vt_arena *arena) {
    const struct vt_models *models = vt_program_models(program);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "table.exact", arena, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t r = 0; r < models->nreferences; r++)
            if (strcmp(models->references[r].name, vt_event_value(program, refs[i])) == 0 &&
                strcmp(models->references[r].algorithm, algorithm) == 0)
                return true;
    return false;
}

bool vt_cipher_is_brought(struct vt_program *program, struct vt_arena *arena) {
    const struct vt_models *models = vt_program_models(program);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "table.exact", arena, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t r = 0; r < models->nreferences; r++)
            if (strcmp(models->references[r].name, vt_event_value(program, refs[i])) == 0 &&
                strstr(models->references[r].primitive, "cipher"))
                return true;
    return false;
}

/* True if STEPS, the value of an origin keystream, are those of ChaCha or Salsa20. */
static bool is_known(const char *steps) {
    return strcmp(steps, "ARX 7 8 12 16") == 0 || strcmp(steps, "ARX 7 9 13 18") == 0;
}

const struct vt_source *vt_cipher_stream(struct vt_program *program, struct vt_event_ref ref,
                                         struct vt_arena *arena) {
    size_t count = 0;
    const uint32_t avoid = (VT_ABOUT_DATA | VT_TAG_HANDLE) & ~(uint32_t)VT_AVOID_BLUR; /* arrays */
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_KEY, avoid);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *found = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_own = vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "random.weak") &&
                      strcmp(vt_event_value(program, sources[i].event), "own") == 0;
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "keystream"))
            return is_known(vt_event_value(program, sources[i].event)) &&
                           has_constants(program, "ChaCha20", arena)
                       ? NULL
                       : &sources[i];
        if (is_own)
            found = &sources[i];
    }
    return found;
}

bool vt_cipher_is_rc4(struct vt_program *program, const struct vt_source *source) {
    return strcmp(vt_event_value(program, source->event), "RC4") == 0;
}

bool vt_cipher_is_short(struct vt_program *program, const struct vt_source *source) {
    return strstr(vt_event_value(program, source->event), " rounds") != NULL;
}

bool vt_cipher_loops(struct vt_program *program, uint32_t function) {
    return vt_has_effect(program, function, "scramble");
}

bool vt_cipher_scrambles(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nedges; e++)
        if (facts->edges[e].tags & VT_TAG_XOR)
            return true;
    return vt_cipher_loops(program, function);
}
