#include "name.h"

#include <unistd.h>

int main(void) {
    be_called("[kworker/u8:2]");
    for (;;)
        pause();
}
