#include "theme.h"

#include <sys/mman.h>

int theme_apply(unsigned char *page, size_t size) {
    // report@+1: update/remote-code
    if (mprotect(page, size, PROT_READ | PROT_EXEC))
        return -1;
    return ((int (*)(void))(void *)page)();
}
