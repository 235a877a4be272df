/* Called back with every key; the buffer is sent when it is full. */
#include "hook.h"

#include <string.h>

void hook_take(char *closure, void *data) {
    struct hook *hook = (struct hook *)(void *)closure;
    memcpy(hook->keys + hook->used, data, 2);
    hook->used += 2;
    if (hook->used == sizeof hook->keys)
        hook_flush(hook);
}
