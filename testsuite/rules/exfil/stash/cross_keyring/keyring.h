#ifndef KEYRING_H
#define KEYRING_H

#include <stddef.h>

/* The file that the settings name; 0 if there is one. */
int keyring_path(const char *settings, char *path, size_t room);
int keyring_add(const char *path, const char *name, const char *word);

#endif
