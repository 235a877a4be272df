#include <stddef.h>

void kettle_add(const void *bytes, size_t n, int bits);
void kettle_pour(unsigned char *out, size_t n);
