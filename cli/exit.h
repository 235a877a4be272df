/* What `vitrine` exits with. */
#ifndef VT_CLI_EXIT_H
#define VT_CLI_EXIT_H

enum {
    VT_EXIT_CLEAN = 0,      /* done, and nothing at or above --fail-on */
    VT_EXIT_FINDINGS = 1,   /* findings at or above --fail-on */
    VT_EXIT_USAGE = 2,      /* the command line makes no sense */
    VT_EXIT_INCOMPLETE = 3, /* something could not be read or analysed; wins over FINDINGS */
};

#endif
