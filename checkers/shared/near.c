#include "checkers/shared/near.h"

#include "engine/base/arena.h"

static void mark(unsigned char *near, uint32_t function, unsigned char distance) {
    if (!near[function])
        near[function] = distance;
}

static void spread(struct vt_program *program, unsigned char *near, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    unsigned char distance = (unsigned char)(near[function] + 1);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++)
        mark(near, sites[i].function, distance);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        const uint32_t *targets;
        size_t n = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t t = 0; t < n; t++)
            mark(near, targets[t], distance);
    }
}

const unsigned char *vt_near(struct vt_check *check, vt_near_test *test, unsigned char calls) {
    struct vt_program *program = vt_check_program(check);
    uint32_t count = vt_program_nfunctions(program);
    unsigned char *near = vt_alloc(vt_check_arena(check), count + 1);
    for (uint32_t f = 0; f < count; f++)
        near[f] = test(program, f);
    for (unsigned char distance = 1; distance <= calls; distance++)
        for (uint32_t f = 0; f < count; f++)
            if (near[f] == distance)
                spread(program, near, f);
    return near;
}

bool vt_near_below(struct vt_program *program, uint32_t function, vt_near_test *test,
                   unsigned calls) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    if (test(program, function))
        return true;
    for (uint32_t c = 0; c < facts->ncalls && calls > 0; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++)
            if (vt_near_below(program, targets[i], test, calls - 1))
                return true;
    }
    return false;
}
