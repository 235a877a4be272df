#include "retry.h"

#include <stdlib.h>
#include <unistd.h>

void wait_for(unsigned tries) {
    usleep((1u << tries) * 1000 + (unsigned)rand() % 1000);
}
