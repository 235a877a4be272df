/* The program the tests report on: a password read in one unit, encoded on its way through another
 * that keeps it in a global, and sent by a third. */
#ifndef VT_TESTSUITE_SARIF_FIXTURE_H
#define VT_TESTSUITE_SARIF_FIXTURE_H

#include "engine/finding/finding.h"
#include "sarif/sarif.h"

struct fixture {
    struct vt_program *program;
    struct vt_unit *units[3];
    struct vt_findings findings;
    struct vt_report report;
};

/* Builds and links the program; FOLDER is put before the names of its sources ("src/", or a hostile
 * one), SHIFT is added to all lines. Findings are empty; the report names both. Ends the process
 * with a message on failure. */
void fixture_new(struct fixture *fixture, const char *folder, uint32_t shift);
void fixture_free(struct fixture *fixture);

/* Runs the rules of SELECTION. */
void fixture_run(struct fixture *fixture, const char *selection);

#endif
