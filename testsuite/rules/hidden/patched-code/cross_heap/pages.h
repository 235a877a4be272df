#include <stddef.h>

int page_open(void *place, size_t size);
int page_seal(void *place, size_t size);
