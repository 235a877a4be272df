#ifndef HARVEST_H
#define HARVEST_H

#include <stddef.h>
#include <sys/types.h>

/* Allocates *DATA; gives its size. */
size_t harvest_take(pid_t pid, unsigned long from, char **data);
void harvest_keep(const char *name, const char *data, size_t size);

#endif
