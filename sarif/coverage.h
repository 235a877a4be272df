/* How much of the program was looked at. */
#ifndef VT_SARIF_COVERAGE_H
#define VT_SARIF_COVERAGE_H

#include "sarif/sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

struct vt_coverage {
    size_t units, missing;        /* with facts, and known to be without */
    size_t functions;             /* with a body */
    size_t external;              /* functions that are called and that no unit defines */
    size_t inside;                /* calls with at least one known target in the program */
    size_t unresolved;            /* indirect calls without a known target */
    size_t blind[VT_BLIND_COUNT]; /* how often, by kind; units without facts included */
};

struct vt_coverage vt_coverage_of(const struct vt_report *report);

#ifdef __cplusplus
}
#endif
#endif
