#include <stddef.h>

int settings_plugin(char *path, size_t size);
int host_answer(void *plugin, int fd);
