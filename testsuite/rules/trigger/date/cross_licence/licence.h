#ifndef LICENCE_H
#define LICENCE_H

#include <time.h>

time_t licence_end(const char *path);
int licence_over(const char *path);

#endif
