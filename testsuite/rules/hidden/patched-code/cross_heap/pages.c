#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "pages.h"

int page_open(void *place, size_t size) {
    uintptr_t first = (uintptr_t)place & ~(uintptr_t)4095;
    return mprotect((void *)first, (uintptr_t)place + size - first, PROT_READ | PROT_WRITE);
}

int page_seal(void *place, size_t size) {
    uintptr_t first = (uintptr_t)place & ~(uintptr_t)4095;
    return mprotect((void *)first, (uintptr_t)place + size - first, PROT_READ | PROT_EXEC);
}
