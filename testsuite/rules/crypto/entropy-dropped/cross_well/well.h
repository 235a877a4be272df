#include <stddef.h>

void well_add(const void *bytes, size_t n, int bits);
void well_pour(unsigned char *out, size_t n);
