#include "list.h"

int host_is_listed(void) {
    unsigned long long number = host_number();
    return number == 0x51c9a0f7d3e26b84ULL;
}
