#include <time.h>

/* How old PATH is; 0 if nobody knows. */
time_t age_of(const char *path);
void age_set(const char *path, time_t age);
