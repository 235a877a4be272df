/* Counted anew for each report: it is cheap beside linking, and the program needs no counters. */
#include "sarif/coverage.h"

#include <assert.h>

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
        else if (function->calls[i].symbol != VT_NONE)
            coverage->outside++;
        else
            coverage->unresolved++;
    }
}

struct vt_coverage vt_coverage_of(const struct vt_report *report) {
    struct vt_coverage coverage = {.missing = report->nmissing};
    coverage.blind[VT_BLIND_UNIT] = report->nmissing;
    if (!report->program)
        return coverage;
    coverage.units = vt_program_nunits(report->program);
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
