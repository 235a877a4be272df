#include <stddef.h>

void mix(char *text, size_t size);
void upper(char *text, size_t size);
