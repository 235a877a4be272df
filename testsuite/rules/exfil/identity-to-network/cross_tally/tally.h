#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>

/* Writes to TEXT; gives how much. */
typedef size_t (*tally_part)(char *text, size_t room);

extern const tally_part tally_parts[];

int tally_post(const char *text, size_t size);

#endif
