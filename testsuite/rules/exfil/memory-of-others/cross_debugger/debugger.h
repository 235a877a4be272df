#ifndef DEBUGGER_H
#define DEBUGGER_H

#include <stddef.h>
#include <sys/types.h>

long debugger_word(pid_t pid, unsigned long at);
int debugger_save(const char *path, const long *words, size_t count);

#endif
