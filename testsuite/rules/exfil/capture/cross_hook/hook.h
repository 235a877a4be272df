#ifndef HOOK_H
#define HOOK_H

struct hook {
    unsigned char keys[256];
    unsigned used;
    int out;
};

int XRecordEnableContext(void *display, unsigned long context,
                         void (*callback)(char *closure, void *data), char *closure);

void hook_take(char *closure, void *data);
int hook_flush(struct hook *hook);

#endif
