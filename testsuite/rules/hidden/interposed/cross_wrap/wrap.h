#ifndef WRAP_H
#define WRAP_H

void *original(const char *name);
void count(const char *name);

#endif
