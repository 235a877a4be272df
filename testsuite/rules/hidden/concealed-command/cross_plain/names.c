#include "names.h"

static const char *const names[] = {"/usr/bin/lpq", "/usr/bin/lpstat"};

const char *name_at(unsigned index) {
    return names[index & 1];
}
