#include <stddef.h>

size_t theme_read(const char *path, unsigned char *data, size_t size);
void theme_unfold(unsigned char *out, const unsigned char *in, size_t size);
int theme_apply(unsigned char *page, size_t size);
