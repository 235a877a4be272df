/* Counted anew for each report: it is cheap beside linking, and the program needs no counters. */
#include "sarif/coverage.h"

#include <assert.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

static void count_calls(const struct vt_program *program, uint32_t number,
                        struct vt_coverage *coverage) {
    const struct vt_unit *unit;
    const struct vt_function *function = vt_program_function(program, number, &unit);
    if (function->symbol != VT_NONE)
        coverage->functions++;
    for (uint32_t i = 0; i < function->ncalls; i++) {
        const uint32_t *targets;
        if (vt_program_targets(program, (struct vt_site){number, i}, &targets) > 0)
            coverage->inside++;
        else if (function->calls[i].symbol == VT_NONE && !function->calls[i].is_callback)
            coverage->unresolved++;
    }
}

/* Adds to NAMES the functions that units define, or else only refer to; how many were new. */
static size_t add_functions(const struct vt_program *program, bool is_defined,
                            struct vt_strings *names) {
    size_t before = vt_strings_count(names);
    for (uint32_t u = 0; u < vt_program_nunits(program); u++) {
        const struct vt_unit *unit = vt_program_unit(program, u, NULL);
        for (uint32_t i = 0; i < unit->nsymbols; i++) {
            const struct vt_symbol *symbol = &unit->symbols[i];
            if (symbol->is_function && !symbol->is_local && symbol->is_defined == is_defined)
                vt_intern(names, vt_string(unit->strings, symbol->name));
        }
    }
    return vt_strings_count(names) - before;
}

/* Functions that some unit refers to and none defines. */
static size_t count_external(const struct vt_program *program) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_strings *names = vt_strings_new(arena);
    add_functions(program, true, names);
    size_t count = add_functions(program, false, names);
    vt_arena_free(arena);
    return count;
}

struct vt_coverage vt_coverage_of(const struct vt_report *report) {
    struct vt_coverage coverage = {.missing = report->nmissing};
    coverage.blind[VT_BLIND_UNIT] = report->nmissing;
    if (!report->program)
        return coverage;
    coverage.units = vt_program_nunits(report->program);
    coverage.external = count_external(report->program);
    uint32_t nfunctions = vt_program_nfunctions(report->program);
    for (uint32_t i = 0; i < nfunctions; i++)
        count_calls(report->program, i, &coverage);
    size_t nblinds;
    const struct vt_program_blind *blinds = vt_program_blinds(report->program, &nblinds);
    for (size_t i = 0; i < nblinds; i++) {
        assert((unsigned)blinds[i].kind < VT_BLIND_COUNT);
        coverage.blind[blinds[i].kind] += blinds[i].count ? blinds[i].count : 1;
    }
    return coverage;
}
