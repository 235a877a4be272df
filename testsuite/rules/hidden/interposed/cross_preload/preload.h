#ifndef PRELOAD_H
#define PRELOAD_H

int is_secret(const char *name);
void *original(const char *name);

#endif
