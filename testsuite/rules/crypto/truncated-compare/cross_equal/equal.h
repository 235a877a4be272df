#include <stddef.h>

int same_bytes(const unsigned char *a, const unsigned char *b, size_t size);
int shares_byte(const unsigned char *a, const unsigned char *b, size_t size);
